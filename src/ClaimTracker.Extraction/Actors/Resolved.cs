using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Actors;

/// <summary>Who is meant by the words for a speaker.</summary>
/// <param name="Participant">Index into the cast.</param>
/// <param name="Words">The words that stand for the speaker: a name with its rank, a role, a pronoun; null where there are none.</param>
/// <param name="Anaphoric">Whether they need other text.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Rule">The rule that decided.</param>
internal readonly record struct Resolved(int Participant, TokenRange? Words, bool Anaphoric, double Confidence, string Rule);
