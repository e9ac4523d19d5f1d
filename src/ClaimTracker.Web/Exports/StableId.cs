using System.Security.Cryptography;
using System.Text;

namespace ClaimTracker.Web.Exports;

/// <summary>Ids for feeds that hold wherever the site is reached from, so that a reader sees a claim once even when the host changes.</summary>
internal static class StableId
{
    /// <summary>A <c>urn:uuid:</c> made from a name (RFC 9562, version 8: the first 122 bits of SHA-256).</summary>
    public static string Of(string kind, string name)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"claimtracker/{kind}/{name}"))[..16];
        bytes[6] = (byte)(0x80 | (bytes[6] & 0x0F));
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
        return $"urn:uuid:{new Guid(bytes, bigEndian: true)}";
    }
}
