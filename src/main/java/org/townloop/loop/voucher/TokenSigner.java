package org.townloop.loop.voucher;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes and reads tokens: JWS in compact form (RFC 7515) with ES256 (RFC 7518, section 3.4). Any other algorithm is
 * no token of ours.
 */
@Component
class TokenSigner {

    private static final String ALGORITHM = "SHA256withECDSAinP1363Format";
    private static final int LONGEST = 1_000;

    record Header(String alg, String kid) {}

    /** Some of those that are looked at over and over: half a kilobyte each. */
    private static final int REMEMBERED = 4_096;

    private final KeyRing keys;
    private final JsonMapper json;
    private final Map<String, String> signed = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > REMEMBERED;
        }
    };

    TokenSigner(KeyRing keys, JsonMapper json) {
        this.keys = keys;
        this.json = json;
    }

    /** The same for as long as it says the same and its key is good: signing it anew would only take time. */
    String sign(VoucherToken token) {
        var key = keys.signing();
        var text = part(new Header("ES256", key.kid())) + "." + part(token.claims());
        synchronized (signed) {
            var known = signed.get(text);
            if (known != null) {
                return known;
            }
        }
        var whole = sign(text, key);
        synchronized (signed) {
            signed.put(text, whole);
        }
        return whole;
    }

    private static String sign(String text, SigningKey key) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key.secret());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + "." + encode(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the token says, or nothing if it was not signed here, or was altered. */
    Optional<VoucherToken> verify(String token) {
        if (token.length() > LONGEST) {
            return Optional.empty();
        }
        var parts = token.strip().split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            var header = json.readValue(decode(parts[0]), Header.class);
            return "ES256".equals(header.alg()) && signed(header.kid(), parts)
                    ? Optional.of(VoucherToken.of(json.readValue(decode(parts[1]), VoucherToken.Claims.class)))
                    : Optional.empty();
        } catch (IllegalArgumentException | JacksonException e) {
            return Optional.empty();
        }
    }

    private boolean signed(@Nullable String kid, String[] parts) {
        var key = kid == null ? null : keys.verifying(kid);
        if (key == null) {
            return false;
        }
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            return signature.verify(decode(parts[2]));
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private String part(Object value) {
        return encode(json.writeValueAsBytes(value));
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] decode(String text) {
        return Base64.getUrlDecoder().decode(text);
    }
}
