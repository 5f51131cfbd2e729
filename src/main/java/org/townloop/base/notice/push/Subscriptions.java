package org.townloop.base.notice.push;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Consents;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.wire.OpenWeb;
import org.townloop.base.kernel.wire.Reach;
import org.townloop.base.notice.Browsers;
import org.townloop.base.notice.NoticeReason;

/** The browsers in which people want to see notices. */
@Component
public class Subscriptions implements Browsers {

    private static final Logger LOG = LoggerFactory.getLogger(Subscriptions.class);

    /** The oldest makes room for the newest. */
    private static final int MOST = 10;

    private static final int LONGEST_ENDPOINT = 1000;

    private final JdbcClient jdbc;
    private final Consents consents;
    private final Atomically atomically;
    private final Clock clock;
    private final Reach reach;

    @Autowired
    Subscriptions(JdbcClient jdbc, Consents consents, Atomically atomically, Clock clock) {
        this(jdbc, consents, atomically, clock, new OpenWeb(InetAddress::getAllByName));
    }

    Subscriptions(JdbcClient jdbc, Consents consents, Atomically atomically, Clock clock, Reach reach) {
        this.jdbc = jdbc;
        this.consents = consents;
        this.atomically = atomically;
        this.clock = clock;
        this.reach = reach;
    }

    /**
     * A browser asks for notices, with what its push manager said (base64url). The same browser again belongs to
     * whoever asked last. An address of a private network is refused here already, and once more at each sending, since
     * names change what they mean. (The name is asked for before the transaction begins: it may take a while.)
     */
    public Outcome<UUID> subscribe(Actor actor, String endpoint, String p256dh, String auth) {
        try {
            var key = Base64.getUrlDecoder().decode(p256dh);
            var secret = Base64.getUrlDecoder().decode(auth);
            if (!OpenWeb.mayBe(URI.create(endpoint)) || endpoint.length() > LONGEST_ENDPOINT || secret.length != 16) {
                return Outcome.refused(NoticeReason.SUBSCRIPTION_INVALID);
            }
            PushKey.agree(PushKey.fresh(), PushKey.read(key)); // a key that none could be agreed on with is none
            requireReach(URI.create(endpoint));
            return atomically.run(() -> {
                consents.note(actor.person(), "push", true, "messages");
                return Outcome.done(insert(actor, endpoint, key, secret));
            });
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            return Outcome.refused(NoticeReason.SUBSCRIPTION_INVALID);
        } catch (Reach.Forbidden e) {
            return Outcome.refused(NoticeReason.SUBSCRIPTION_PRIVATE);
        }
    }

    /** A name that nobody knows now may be known when something is sent: it is judged then. */
    private void requireReach(URI endpoint) throws Reach.Forbidden {
        try {
            reach.of(endpoint);
        } catch (UnknownHostException e) {
            LOG.debug("a push service whose name is not known now");
        }
    }

    /** The newest first. */
    public List<Subscription> of(PersonId person) {
        return jdbc.sql("""
            select id, endpoint, p256dh, auth, created_at from notice.subscription
            where person_id = ? order by created_at desc, id
            """)
                .param(person.value())
                .query(Subscriptions::subscription)
                .list();
    }

    /** Ends it, if it is theirs. */
    @Transactional
    public void unsubscribe(PersonId person, UUID id) {
        int ended = jdbc.sql("delete from notice.subscription where id = ? and person_id = ?")
                .params(id, person.value())
                .update();
        if (ended > 0) {
            consents.note(person, "push", false, "messages");
        }
    }

    @Override
    public Map<PersonId, List<UUID>> of(Collection<PersonId> people) {
        var found = new HashMap<PersonId, List<UUID>>();
        jdbc.sql("select id, person_id from notice.subscription where person_id = any (?)")
                .param(people.stream().map(PersonId::value).distinct().toArray(UUID[]::new))
                .query((row, number) -> found.computeIfAbsent(
                                new PersonId(row.getObject("person_id", UUID.class)), person -> new ArrayList<>())
                        .add(row.getObject("id", UUID.class)))
                .list();
        return found;
    }

    Optional<Subscription> find(UUID id) {
        return jdbc.sql("select id, endpoint, p256dh, auth, created_at from notice.subscription where id = ?")
                .param(id)
                .query(Subscriptions::subscription)
                .optional();
    }

    void remove(UUID id) {
        jdbc.sql("delete from notice.subscription where id = ?").param(id).update();
    }

    /**
     * What is on its way to a subscription names it by its id: one that passes to somebody else gets another id, so that
     * nothing of the person before reaches the person after.
     */
    private UUID insert(Actor actor, String endpoint, byte[] key, byte[] secret) {
        var now = clock.instant();
        var id = jdbc.sql("""
            insert into notice.subscription as known (id, person_id, endpoint, p256dh, auth, created_at)
            values (?, ?, ?, ?, ?, ?)
            on conflict (endpoint) do update
                set id = case when known.person_id = excluded.person_id then known.id else excluded.id end,
                    person_id = excluded.person_id, p256dh = excluded.p256dh, auth = excluded.auth,
                    created_at = excluded.created_at
            returning id
            """)
                .params(Ids.next(actor.region(), now), actor.person().value(), endpoint, key, secret)
                .param(Timestamp.from(now))
                .query((row, number) -> row.getObject("id", UUID.class))
                .single();
        jdbc.sql("""
            delete from notice.subscription where person_id = :person and id not in (
                select id from notice.subscription where person_id = :person
                order by created_at desc, id desc limit :most)
            """)
                .param("person", actor.person().value())
                .param("most", MOST)
                .update();
        return id;
    }

    private static Subscription subscription(ResultSet row, int number) throws SQLException {
        return new Subscription(
                row.getObject("id", UUID.class),
                URI.create(row.getString("endpoint")),
                row.getBytes("p256dh"),
                row.getBytes("auth"),
                row.getTimestamp("created_at").toInstant());
    }
}
