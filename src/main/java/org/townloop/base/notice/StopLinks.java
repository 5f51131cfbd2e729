package org.townloop.base.notice;

import java.net.URI;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.TownAddress;

/** Links by which whoever got a mail ends mails of its topic, without signing in. Each is good for that and no more. */
@Component
public class StopLinks {

    /** What such a link ends. */
    public record Stop(PersonId person, Topic topic) {}

    private static final int PROOF = 19;

    private final InstanceSecret secret;
    private final TownAddress address;

    StopLinks(InstanceSecret secret, TownAddress address) {
        this.secret = secret;
        this.address = address;
    }

    /** Good for as long as this instance keeps its secret. */
    public URI of(PersonId person, Topic topic) {
        return address.of("/messages/stop/" + word(person, topic));
    }

    /** What the last part of the link's path ends, if we wrote it. */
    public Optional<Stop> read(String word) {
        try {
            var bytes = Base64.getUrlDecoder().decode(word);
            if (bytes.length != 17 + PROOF) {
                return Optional.empty();
            }
            var buffer = ByteBuffer.wrap(bytes);
            var person = new PersonId(new UUID(buffer.getLong(), buffer.getLong()));
            var proof = Arrays.copyOfRange(bytes, 17, bytes.length);
            return MessageDigest.isEqual(proof, proof(Arrays.copyOf(bytes, 17)))
                    ? Topic.ofCode(buffer.get()).map(topic -> new Stop(person, topic))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private String word(PersonId person, Topic topic) {
        var said = ByteBuffer.allocate(17)
                .putLong(person.value().getMostSignificantBits())
                .putLong(person.value().getLeastSignificantBits())
                .put(topic.code())
                .array();
        var whole = ByteBuffer.allocate(17 + PROOF).put(said).put(proof(said)).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    private byte[] proof(byte[] said) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.bytes(), "HmacSHA256"));
            return Arrays.copyOf(mac.doFinal(said), PROOF);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
