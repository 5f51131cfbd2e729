package org.townloop.base.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;

/**
 * Codes of six digits that prove a contact: good for ten minutes and five tries, once, and in the browser that asked for
 * them. Whether the contact is anybody's is not looked at before the code was right, so that asking tells nothing.
 */
@Component
class Codes {

    static final Duration GOOD_FOR = Duration.ofMinutes(10);
    static final int MOST_TRIES = 5;

    private record Try(Contact contact, boolean right, int tries) {}

    private final JdbcClient jdbc;
    private final Doorkeeper doorkeeper;
    private final ObjectProvider<CodePost> post;
    private final Clock clock;

    Codes(JdbcClient jdbc, Doorkeeper doorkeeper, ObjectProvider<CodePost> post, Clock clock) {
        this.jdbc = jdbc;
        this.doorkeeper = doorkeeper;
        this.post = post;
        this.clock = clock;
    }

    /** @param addsTo whose account the contact is for, or null when somebody wants to come in */
    Outcome<Attempt> send(Contact to, @Nullable PersonId addsTo, Knock knock) {
        var carrier = post.getIfAvailable();
        if (carrier == null) {
            return Outcome.refused(SignInReason.CODES_NOT_SENT);
        }
        if (!carrier.reaches(to.kind())) {
            return Outcome.refused(Refusal.of(noWay(to.kind()), "contact"));
        }
        var refusal = doorkeeper.code(to, knock);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        var code = Secrets.code();
        var attempt = write(to, addsTo, code);
        carrier.post(to, code, knock.language());
        return Outcome.done(attempt);
    }

    private static SignInReason noWay(Contact.Kind kind) {
        return switch (kind) {
            case PHONE -> SignInReason.NO_TEXT_MESSAGES;
            case MAIL -> SignInReason.NO_MAIL;
        };
    }

    /** Where the attempt's code went, while it is good. */
    Optional<Contact> sentTo(String attempt) {
        return jdbc.sql("select kind, value from identity.sign_in where attempt = ? and expires_at > ?")
                .params(Secrets.hash(attempt), Timestamp.from(clock.instant()))
                .query((row, number) -> contact(row))
                .optional();
    }

    /** The contact that the code proves; each call with one counts as a try. */
    Outcome<Contact> check(String attempt, String code, @Nullable PersonId addsTo, Knock knock) {
        if (code.isBlank()) {
            return Outcome.refused(Refusal.of(SignInReason.CODE_MISSING, "code"));
        }
        var refusal = doorkeeper.attempt(knock);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        return attempted(attempt, code.replaceAll("\\s", ""), addsTo)
                .map(Codes::outcome)
                .orElseGet(() -> Outcome.refused(SignInReason.CODE_SPENT));
    }

    /** What the attempt proved, this once. */
    Optional<Contact> take(String attempt, @Nullable PersonId addsTo) {
        return jdbc.sql("""
            delete from identity.sign_in
            where attempt = ? and adds_to is not distinct from ? and proven_at is not null and expires_at > ?
            returning kind, value
            """)
                .param(Secrets.hash(attempt))
                .param(addsTo == null ? null : addsTo.value())
                .param(Timestamp.from(clock.instant()))
                .query((row, number) -> contact(row))
                .optional();
    }

    /** Removes what is too old: who asked for a code and never came is nobody's business. */
    void forget() {
        jdbc.sql("delete from identity.sign_in where expires_at < ?")
                .param(Timestamp.from(clock.instant()))
                .update();
    }

    private Attempt write(Contact to, @Nullable PersonId addsTo, String code) {
        var attempt = new Attempt(Secrets.random(), clock.instant().plus(GOOD_FOR));
        jdbc.sql("""
            insert into identity.sign_in (kind, value, attempt, code, adds_to, expires_at)
            values (?, ?, ?, ?, ?, ?)
            on conflict (kind, value) do update set attempt = excluded.attempt, code = excluded.code, tries = 0,
                adds_to = excluded.adds_to, proven_at = null, expires_at = excluded.expires_at
            """)
                .params(to.kind().name(), to.value(), Secrets.hash(attempt.secret()), hash(attempt.secret(), code))
                .param(addsTo == null ? null : addsTo.value())
                .param(Timestamp.from(attempt.until()))
                .update();
        return attempt;
    }

    private Optional<Try> attempted(String attempt, String code, @Nullable PersonId addsTo) {
        var now = clock.instant();
        var hash = hash(attempt, code);
        return jdbc.sql("""
            update identity.sign_in
            set tries = tries + 1,
                proven_at = case when code = ? then ?::timestamptz end,
                expires_at = case when code = ? then ? else expires_at end
            where attempt = ? and adds_to is not distinct from ?
                and proven_at is null and tries < ? and expires_at > ?
            returning kind, value, tries, proven_at
            """)
                .params(hash, Timestamp.from(now), hash, Timestamp.from(now.plus(GOOD_FOR)), Secrets.hash(attempt))
                .param(addsTo == null ? null : addsTo.value())
                .param(MOST_TRIES)
                .param(Timestamp.from(now))
                .query((row, number) ->
                        new Try(contact(row), row.getTimestamp("proven_at") != null, row.getInt("tries")))
                .optional();
    }

    private static Outcome<Contact> outcome(Try tried) {
        if (tried.right()) {
            return Outcome.done(tried.contact());
        }
        int left = MOST_TRIES - tried.tries();
        return left == 0
                ? Outcome.refused(SignInReason.CODE_SPENT)
                : Outcome.refused(Refusal.of(SignInReason.CODE_WRONG, "code", Map.of("left", left)));
    }

    private static byte[] hash(String attempt, String code) {
        return Secrets.hash(attempt + ":" + code);
    }

    private static Contact contact(ResultSet row) throws SQLException {
        return new Contact(Contact.Kind.valueOf(row.getString("kind")), row.getString("value"));
    }
}
