package org.townloop.base.identity;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Outage;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.Written;

/** Bearer tokens, known by their hash only. Those of the demo open nothing outside demo mode. */
@Component
public class Tokens {

    /** A sign-in that the demo offers: choose it and be that person. */
    public record DemoSignIn(PersonId person, String name, String label) {}

    /** By which a leaked token is recognised wherever it turns up. */
    private static final String PREFIX = "townloop_";

    private static final int LONGEST_LABEL = 60;
    private static final Duration USE_NOTED_EVERY = Duration.ofHours(1);

    private final TokenRows rows;
    private final DemoSignIns demo;
    private final Actors actors;
    private final Gate gate;
    private final AuditTrail audit;
    private final Clock clock;

    Tokens(TokenRows rows, DemoSignIns demo, Actors actors, Gate gate, AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.demo = demo;
        this.actors = actors;
        this.gate = gate;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Whose token it is, if it is anybody's and not revoked. Somebody with a counter's token may redeem there and nothing
     * else, and only while they may redeem there without it.
     */
    public Optional<Actor> actor(String token) {
        var known = actors.of(hash(token), demo.demo());
        known.ifPresent(bearer -> noteUse(bearer.token(), clock.instant()));
        return known.flatMap(bearer -> scoped(bearer.actor(), bearer.token()));
    }

    /** As {@link #issue}, of a label that somebody typed; refused if it is none. */
    public Outcome<NewToken> order(Actor by, String label, TokenScope scope) {
        return !Written.isName(label, LONGEST_LABEL)
                ? Outcome.refused(Refusal.of(SignInReason.LABEL_NEEDED, "label"))
                : Outcome.done(issue(by, label.strip(), scope));
    }

    /**
     * Makes a token for the person who asks.
     *
     * @param label what they call it: 1 to {@value #LONGEST_LABEL} characters
     * @throws Absent if it is for a counter at which they may not redeem
     */
    public NewToken issue(Actor by, String label, TokenScope scope) {
        if (by.scope() instanceof TokenScope.Counter own && !own.equals(scope)) {
            throw new Absent("a token made by a counter's token");
        }
        if (scope instanceof TokenScope.Counter counter) {
            gate.require(by, Right.REDEEM, Scope.place(counter.region(), counter.merchant(), counter.place()));
        }
        var secret = PREFIX + Secrets.random();
        var id = new TokenId(UUID.randomUUID());
        rows.insert(id, hash(secret), by.person(), label, scope, Timestamp.from(clock.instant()));
        audit.note(by.person(), "token-issued", id.value().toString());
        return new NewToken(id, secret);
    }

    /**
     * Revokes a token of one's own, or one of a counter at whose desk one stands. It counts from the next request on.
     *
     * @throws Absent if there is no such token, or it is not theirs
     */
    public void revoke(Actor by, TokenId id) {
        var known = rows.get(id).orElseThrow(() -> new Absent("token " + id.value()));
        if (!mayRevoke(by, known)) {
            throw new Absent("token " + id.value());
        }
        if (rows.revoke(id, Timestamp.from(clock.instant()))) {
            audit.note(by.person(), "token-revoked", id.value().toString());
        }
    }

    /** Those of the person that open doors, newest first. */
    public List<Token> of(PersonId person) {
        return rows.of(person);
    }

    /** Whether this is a demo, where anybody may be one of its people. */
    public boolean demo() {
        return demo.demo();
    }

    /** The people of the demo; nobody outside demo mode. */
    public List<DemoSignIn> demoSignIns() {
        return demo.all();
    }

    /** The SHA-256 under which a token is kept. */
    public static byte[] hash(String token) {
        return Secrets.hash(token);
    }

    /** Once in an hour: a row is not written for each request. That there is no room for it keeps nobody from reading. */
    private void noteUse(Token token, Instant now) {
        var lastUsed = token.lastUsed();
        if (lastUsed != null && !lastUsed.plus(USE_NOTED_EVERY).isBefore(now)) {
            return;
        }
        try {
            rows.used(token.id(), Timestamp.from(now));
        } catch (DataAccessException e) {
            if (!Outage.of(e).equals(Optional.of(Outage.FULL))) {
                throw e;
            }
        }
    }

    private Optional<Actor> scoped(Actor actor, Token token) {
        return switch (token.scope()) {
            case TokenScope.Everything() -> Optional.of(actor);
            case TokenScope.Counter counter ->
                gate.allows(actor, Right.REDEEM, Scope.place(counter.region(), counter.merchant(), counter.place()))
                        ? Optional.of(actor.only(counter))
                        : Optional.empty();
        };
    }

    private boolean mayRevoke(Actor by, TokenRows.Owned known) {
        if (by.person().equals(known.person()) && by.scope() instanceof TokenScope.Everything) {
            return true;
        }
        return known.token().scope() instanceof TokenScope.Counter(var region, var merchant, var place)
                && gate.allows(by, Right.SEE_DESK, Scope.place(region, merchant, place));
    }
}
