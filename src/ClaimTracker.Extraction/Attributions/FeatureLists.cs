namespace ClaimTracker.Extraction.Attributions;

/// <summary>The features of a candidate as a list, in place of what it held: what learning needs.</summary>
internal static class FeatureLists
{
    public static void Shape(this ChoiceFeatures describe, in CueCandidate cue, Features to)
    {
        to.Clear();
        describe.Shape(cue, ref to);
    }

    public static void ShapeAmongOthers(this ChoiceFeatures describe, in CueCandidate cue, Features to)
    {
        to.Clear();
        describe.ShapeAmongOthers(cue, ref to);
    }

    public static void AfterStart(this ChoiceFeatures describe, in CueCandidate cue, int start, Features to)
    {
        to.Clear();
        describe.StartAlone(start, ref to);
        describe.AfterStart(cue, start, ref to);
    }

    public static void AfterEnd(this ChoiceFeatures describe, in CueCandidate cue, int start, int end, int nth, int of, Features to)
    {
        to.Clear();
        var quote = describe.SameQuotation(start, end);
        describe.EndAlone(end, ref to);
        describe.EndQuoted(end, quote, ref to);
        describe.AfterEnd(cue, start, end, nth, of, quote, ref to);
    }

    public static void BeforeEnd(this ChoiceFeatures describe, in CueCandidate cue, int end, int nth, Features to)
    {
        to.Clear();
        describe.BeforeEnd(cue, end, nth, ref to);
    }

    public static void BeforeStart(this ChoiceFeatures describe, in CueCandidate cue, int start, int end, int nth, int of, Features to)
    {
        to.Clear();
        describe.BeforeStart(cue, start, end, nth, of, ref to);
    }

    public static void Source(this ChoiceFeatures describe, in CueCandidate cue, Shape shape, NounGroup? group, int rank, Features to)
    {
        to.Clear();
        describe.Source(cue, shape, group, rank, ref to);
    }

    public static void NoReading(this ChoiceFeatures describe, in CueCandidate cue, double none, Features to)
    {
        to.Clear();
        describe.NoReading(cue, none, ref to);
    }

    public static void Reading(this ChoiceFeatures describe, in CueCandidate cue, in CueReading reading, int rank, double none, in CueReading first, Features to)
    {
        to.Clear();
        describe.Reading(cue, reading, rank, none, first, ref to);
    }
}
