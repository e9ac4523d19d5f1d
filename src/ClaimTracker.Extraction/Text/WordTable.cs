using ClaimTracker.Extraction.Actors;
using ClaimTracker.Extraction.Attributions;

namespace ClaimTracker.Extraction.Text;

/// <summary>Notes on each token what the lexicons know of its word, so that no later stage looks it up again.</summary>
internal sealed class WordTable(WordClasses classes, SpeakerLexicon speakers)
{
    public void Describe(ArticleTokens article)
    {
        foreach (ref var token in article.Tokens.Span)
        {
            token.Class = classes.Of(token, article.Text) | WordClass.Told;
            token.Speaker = speakers.Of(token.Word);
        }
    }
}
