package org.townloop.base.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Bearer tokens, known by their hash only. Those of the demo open nothing outside demo mode. */
@Component
public class Tokens {

    /** A sign-in that the demo offers: choose it and be that person. */
    public record DemoSignIn(PersonId person, String name, String label) {}

    private final JdbcClient jdbc;
    private final People people;
    private final boolean demo;

    Tokens(JdbcClient jdbc, People people, @Value("${townloop.mode:none}") String mode) {
        this.jdbc = jdbc;
        this.people = people;
        this.demo = mode.equals("demo");
    }

    /** Whose token it is, if it is anybody's and not revoked. */
    public Optional<Actor> actor(String token) {
        return jdbc.sql("""
            select person_id from identity.token
            where hash = ? and revoked_at is null and (not demo or ?)
            """)
                .params(hash(token), demo)
                .query((row, number) -> new PersonId(row.getObject("person_id", UUID.class)))
                .optional()
                .flatMap(people::actor);
    }

    /** Whether this is a demo, where anybody may be one of its people. */
    public boolean demo() {
        return demo;
    }

    /** The people of the demo; nobody outside demo mode. */
    public List<DemoSignIn> demoSignIns() {
        return jdbc.sql("""
            select p.id, p.name, t.label from identity.token t join identity.person p on p.id = t.person_id
            where t.demo and ? and t.revoked_at is null
            order by t.created_at, t.label
            """)
                .param(demo)
                .query((row, number) -> new DemoSignIn(
                        new PersonId(row.getObject("id", UUID.class)), row.getString("name"), row.getString("label")))
                .list();
    }

    /** The SHA-256 under which a token is kept. */
    public static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
