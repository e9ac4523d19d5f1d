using ClaimTracker.Extraction.Actors;
using ClaimTracker.Extraction.Attributions;

namespace ClaimTracker.Extraction.Text;

/// <summary>Notes on each token what the lexicons know of its word, so that no later stage looks it up again.</summary>
/// <remarks>Make it when the lexicons are complete: words that join the vocabulary later are known to no lexicon.</remarks>
internal sealed class WordTable
{
    private readonly (WordClass Class, WordClass Named, SpeakerWord Speaker)[] _words;

    public WordTable(Vocabulary vocabulary, WordClasses classes, SpeakerLexicon speakers)
    {
        _words = new (WordClass, WordClass, SpeakerWord)[vocabulary.Count];
        _words[0] = (WordClass.Told, WordClass.Told, default);
        for (var id = 1; id < _words.Length; id++)
        {
            var token = new Token { End = vocabulary[id].Length, Word = id, Kind = TokenKind.Word };
            var name = token with { Flags = TokenFlags.Capital };
            _words[id] = (classes.Of(token, vocabulary[id]) | WordClass.Told, classes.Of(name, vocabulary[id]) | WordClass.Told, speakers.Of(id) | (speakers.RoleOf(id) is { Kind: RoleKind.Media } ? SpeakerWord.Medium : 0));
        }
    }

    public void Describe(TokenBuffer tokens, string text)
    {
        var words = _words;
        foreach (ref var token in tokens.Span)
        {
            ref readonly var known = ref words[token.Word];
            var isName = WordClasses.IsName(token);
            token.Class = isName ? known.Named : known.Class;
            token.Speaker = known.Speaker;
            if (token.Word == 0 && !isName && token.Kind == TokenKind.Word)
                token.Class |= WordClasses.OfEnding(token.In(text));
        }
    }
}
