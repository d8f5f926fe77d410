using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Endre.Web.Tests.Features.Account;

/// <summary>A passkey as a phone holds it: makes a P-256 key, attests nothing, signs what it is asked.</summary>
internal sealed class SoftwareKey(Uri site) : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _id = RandomNumberGenerator.GetBytes(16);
    private byte[] _user = [];
    private uint _count;

    public void Dispose() => _key.Dispose();

    /// <summary>The answer of <c>navigator.credentials.create</c>.</summary>
    public string Create(string question)
    {
        using var options = JsonDocument.Parse(question);
        _user = Base64Url.DecodeFromChars(options.RootElement.GetProperty("user").GetProperty("id").GetString());
        var client = ClientData("webauthn.create", options.RootElement);
        // {"fmt": "none", "attStmt": {}, "authData": …} in CBOR
        var data = AuthenticatorData(isNew: true);
        byte[] attestation =
        [
            0xA3,
            .. Text("fmt"),
            .. Text("none"),
            .. Text("attStmt"),
            0xA0,
            .. Text("authData"),
            .. Bytes(data),
        ];
        return JsonSerializer.Serialize(
            new
            {
                id = Base64Url.EncodeToString(_id),
                rawId = Base64Url.EncodeToString(_id),
                type = "public-key",
                authenticatorAttachment = "platform",
                clientExtensionResults = new { },
                response = new
                {
                    clientDataJSON = Base64Url.EncodeToString(client),
                    attestationObject = Base64Url.EncodeToString(attestation),
                    transports = new[] { "internal" },
                },
            }
        );
    }

    /// <summary>The answer of <c>navigator.credentials.get</c>.</summary>
    public string Get(string question)
    {
        using var options = JsonDocument.Parse(question);
        var client = ClientData("webauthn.get", options.RootElement);
        var data = AuthenticatorData(isNew: false);
        var signature = _key.SignData(
            [.. data, .. SHA256.HashData(client)],
            HashAlgorithmName.SHA256,
            DSASignatureFormat.Rfc3279DerSequence
        );
        return JsonSerializer.Serialize(
            new
            {
                id = Base64Url.EncodeToString(_id),
                rawId = Base64Url.EncodeToString(_id),
                type = "public-key",
                clientExtensionResults = new { },
                response = new
                {
                    clientDataJSON = Base64Url.EncodeToString(client),
                    authenticatorData = Base64Url.EncodeToString(data),
                    signature = Base64Url.EncodeToString(signature),
                    userHandle = Base64Url.EncodeToString(_user),
                },
            }
        );
    }

    private byte[] ClientData(string type, JsonElement options) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                type,
                challenge = options.GetProperty("challenge").GetString(),
                origin = site.GetLeftPart(UriPartial.Authority),
                crossOrigin = false,
            }
        );

    // WebAuthn 6.1: hash of the site, flags (present, verified, new key), counter, key.
    private byte[] AuthenticatorData(bool isNew)
    {
        var counter = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(counter, ++_count);
        byte[] head = [.. SHA256.HashData(Encoding.UTF8.GetBytes(site.Host)), (byte)(isNew ? 0x45 : 0x05), .. counter];
        return isNew ? [.. head, .. new byte[16], 0, (byte)_id.Length, .. _id, .. PublicKey()] : head;
    }

    // {1: 2, 3: -7, -1: 1, -2: x, -3: y} in CBOR: an EC2 key for ES256 on P-256
    private byte[] PublicKey()
    {
        var point = _key.ExportParameters(includePrivateParameters: false).Q;
        return [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, .. Bytes(point.X!), 0x22, .. Bytes(point.Y!)];
    }

    private static byte[] Text(string text) => [(byte)(0x60 + text.Length), .. Encoding.ASCII.GetBytes(text)];

    private static byte[] Bytes(byte[] bytes) => [0x58, (byte)bytes.Length, .. bytes];
}
