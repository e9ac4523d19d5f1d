using ClaimTracker.Extraction.Lexicon;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Claims;

/// <summary>What a word in a claim's content tells of the act.</summary>
[Flags]
internal enum ClaimWord : byte
{
    None = 0,

    /// <summary>What parties accuse each other of: “harbouring”.</summary>
    Charge = 1,

    /// <summary>What someone has to do: “must”.</summary>
    Oblige = 2,

    /// <summary>What something hangs on: “unless”.</summary>
    Condition = 4,

    /// <summary>What is asked of the other side: “stop”, “take steps”.</summary>
    Deed = 8,

    /// <summary>“wish”: takes the edge off a denial.</summary>
    Wish = 16,

    /// <summary>“failed”: turns a missing deed into a charge.</summary>
    Fail = 32,
}

/// <summary>The words that tell what a speaker does where the cue is neutral.</summary>
internal sealed class ClaimLexicon
{
    private readonly WordMap<ClaimWord> _words = new();
    private readonly PhraseTrie<ClaimWord> _open = new();

    public ClaimLexicon(Vocabulary vocabulary)
    {
        foreach (var line in LexiconFile.Shipped("claim-words.txt", new HashSet<string> { "charge", "oblige", "condition", "deed", "wish", "fail" }))
        {
            var value = line.Keys.Aggregate(ClaimWord.None, (all, key) => all | Enum.Parse<ClaimWord>(key.Key, ignoreCase: true));
            foreach (var form in line.Forms)
            {
                if (form.EndsWith('*'))
                    _open.Add(vocabulary, form, value);
                else
                    _words.Set(vocabulary.Add(form), _words[vocabulary.Add(form)] | value);
            }
        }
    }

    /// <summary>What a token tells.</summary>
    public ClaimWord Of(TokenBuffer tokens, string text, int token)
    {
        if (!tokens[token].IsWord)
            return ClaimWord.None;
        var exact = _words[tokens[token].Word];
        return exact != ClaimWord.None ? exact : _open.Match(tokens, text, token, out var open) == 1 ? open : ClaimWord.None;
    }
}
