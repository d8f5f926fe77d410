using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Endre.Testing.Providers;

/// <summary>ID tokens as an attacker, or a provider that is broken, would make them out of a good one.</summary>
public static class ForgedToken
{
    /// <summary>Another content under the provider's own good signature.</summary>
    public static string Saying(ProviderUnderTest provider, string token, Action<JsonObject> change)
    {
        var payload = Payload(token);
        change(payload);
        return Sign(payload, new SigningCredentials(provider.Key, SecurityAlgorithms.RsaSha256));
    }

    /// <summary>Signed by somebody else who pretends to use the provider's key.</summary>
    public static string BySomebodyElse(ProviderUnderTest provider, string token)
    {
        using var rsa = RSA.Create(2048);
        var key = new RsaSecurityKey(rsa.ExportParameters(includePrivateParameters: true))
        {
            KeyId = provider.Key.KeyId,
        };
        return Sign(Payload(token), new SigningCredentials(key, SecurityAlgorithms.RsaSha256));
    }

    /// <summary>The good signature under another content.</summary>
    public static string WithItsSignatureKept(string token, Action<JsonObject> change)
    {
        var parts = token.Split('.');
        var payload = Payload(token);
        change(payload);
        return $"{parts[0]}.{Base64UrlEncoder.Encode(payload.ToJsonString())}.{parts[2]}";
    }

    /// <summary>Without any signature.</summary>
    public static string Unsigned(string token) => new JsonWebTokenHandler().CreateToken(Payload(token).ToJsonString());

    /// <summary>Signed with the secret that the client has too, as if it were the key.</summary>
    public static string WithTheSharedSecret(string token) =>
        Sign(
            Payload(token),
            new SigningCredentials(
                new SymmetricSecurityKey(Encoding.UTF8.GetBytes(ProviderUnderTest.ClientSecret)),
                SecurityAlgorithms.HmacSha256
            )
        );

    /// <summary>Signed with the public key as if it were a secret, the oldest trick there is.</summary>
    public static string WithThePublicKeyAsSecret(ProviderUnderTest provider, string token) =>
        Sign(
            Payload(token),
            new SigningCredentials(
                new SymmetricSecurityKey(provider.Key.Rsa.ExportSubjectPublicKeyInfo()) { KeyId = provider.Key.KeyId },
                SecurityAlgorithms.HmacSha256
            )
        );

    private static JsonObject Payload(string token) =>
        JsonNode.Parse(Base64UrlEncoder.Decode(token.Split('.')[1]))!.AsObject();

    private static string Sign(JsonObject payload, SigningCredentials credentials) =>
        new JsonWebTokenHandler().CreateToken(payload.ToJsonString(), credentials);
}
