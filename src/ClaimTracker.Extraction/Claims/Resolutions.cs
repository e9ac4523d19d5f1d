namespace ClaimTracker.Extraction.Claims;

/// <summary>How words for a speaker were resolved, as readers are told.</summary>
internal static class Resolutions
{
    /// <summary>The reason of a rule as the middle of a sentence: “‘He’: the one spoken of last, …”.</summary>
    public static string Of(string rule) => rule switch
    {
        "pronoun" => "by gender, number and who spoke last",
        "relative-pronoun" => "the name right before",
        "role-office" or "role-only-holder" => "the one whom the article names in this office",
        "role-last-speaker" => "the last speaker in an office",
        "role-plural" => "those spoken of before",
        "role-body" or "role-rulers" => "the body spoken of before",
        "body-of-owner" => "the body to which the last speaker belongs",
        "document-of-last" => "the paper of the last speaker",
        "document-of-subject" or "document-introduced" => "the paper that the article introduced as theirs",
        "document-released-by" => "released by",
        "both-parties" => "one of the two parties spoken of",
        "unnamed-source" or "unnamed-body" or "unnamed-media" => "not named by the article",
        _ => "not resolved: the article's own words",
    };
}
