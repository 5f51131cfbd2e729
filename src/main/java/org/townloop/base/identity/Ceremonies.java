package org.townloop.base.identity;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.stereotype.Component;

/** Questions put to devices: each is answered once, within minutes, in the browser that it was put to. */
@Component
class Ceremonies {

    private static final Duration GOOD_FOR = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final Clock clock;

    Ceremonies(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param person whose passkey is to be made, or null when somebody wants to come in
     * @return the browser's secret
     */
    String begin(@Nullable PersonId person, Bytes challenge) {
        var secret = Secrets.random();
        jdbc.sql("insert into identity.ceremony (secret, person_id, challenge, expires_at) values (?, ?, ?, ?)")
                .param(Secrets.hash(secret))
                .param(person == null ? null : person.value())
                .param(challenge.getBytes())
                .param(Timestamp.from(clock.instant().plus(GOOD_FOR)))
                .update();
        return secret;
    }

    /** The question, this once. */
    Optional<Bytes> take(@Nullable PersonId person, String secret) {
        return jdbc.sql("""
            delete from identity.ceremony
            where secret = ? and person_id is not distinct from ? and expires_at > ?
            returning challenge
            """)
                .param(Secrets.hash(secret))
                .param(person == null ? null : person.value())
                .param(Timestamp.from(clock.instant()))
                .query((row, number) -> new Bytes(row.getBytes("challenge")))
                .optional();
    }

    void forget() {
        jdbc.sql("delete from identity.ceremony where expires_at < ?")
                .param(Timestamp.from(clock.instant()))
                .update();
    }
}
