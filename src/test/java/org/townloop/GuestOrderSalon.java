package org.townloop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Contact;
import org.townloop.base.identity.Contacts;
import org.townloop.base.identity.People;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.checkout.Checkouts;
import org.townloop.loop.checkout.GuestOrders;
import org.townloop.loop.checkout.GuestPayments;
import org.townloop.loop.checkout.HoldOrder;
import org.townloop.loop.checkout.StaffOrder;
import org.townloop.loop.checkout.StaffOrders;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.ordering.Pays;
import org.townloop.loop.payment.Intents;
import org.townloop.loop.payment.Refunds;
import org.townloop.supply.TestSalon;
import org.townloop.supply.offer.OfferId;
import org.townloop.supply.offer.Offers;

/** A salon whose staff take orders for guests, and the letters that these get. */
abstract class GuestOrderSalon {

    static final Instant THREE = Instant.parse("2026-11-28T07:00:00Z");
    static final String TICKET = "class=\"ticket";

    @LocalServerPort
    int port;

    @Autowired
    Offers offers;

    @Autowired
    StaffOrders staffOrders;

    @Autowired
    Checkouts checkouts;

    @Autowired
    Orders orders;

    @Autowired
    GuestOrders guests;

    @Autowired
    GuestPayments payments;

    @Autowired
    Intents intents;

    @Autowired
    Refunds refunds;

    @Autowired
    People people;

    @Autowired
    Contacts contacts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    private record Letter(String id, String body) {}

    private final Set<String> read = new HashSet<>();
    final String mail = UUID.randomUUID() + "@example.com";
    TestSalon salon;
    OfferId haircut;
    TestPeople counter;

    @BeforeEach
    void open() {
        clock.set(TestClock.START);
        salon = TestSalon.with(3, 3);
        haircut = done(offers.write(salon.haircut())).id();
        counter = TestPeople.counterOf(salon);
    }

    StaffOrder.Taken taken(Pays pays) {
        return taken(pays, mail);
    }

    StaffOrder.Taken takenWithoutContact() {
        return taken(Pays.ESCROW, "");
    }

    StaffOrder.Taken taken(Pays pays, String contact) {
        var wish = new HoldOrder(haircut, THREE, 1, Map.of());
        return done(staffOrders.take(
                staff(),
                new StaffOrder(salon.place(), wish, "", contact, pays),
                UUID.randomUUID().toString()));
    }

    static String text(String resource) throws IOException {
        try (var stream = Objects.requireNonNull(GuestOrderTests.class.getResourceAsStream(resource))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    Actor staff() {
        return people.actor(new PersonId(counter.id())).orElseThrow();
    }

    void prove(TestPeople person) {
        contacts.note(new PersonId(person.id()), new Contact(Contact.Kind.MAIL, mail));
        jdbc.sql("update identity.contact set verified_at = now() where person_id = ?")
                .param(person.id())
                .update();
    }

    /** The path in the next letter. The clock stands still, so that nothing else tells which came first. */
    String link() {
        var body = await().until(
                        () -> letters().filter(letter -> read.add(letter.id())).findFirst(), Optional::isPresent)
                .orElseThrow()
                .body();
        var link = Pattern.compile("/pay/[A-Za-z0-9_-]{20,}").matcher(body);
        assertThat(link.find()).as(body).isTrue();
        return link.group();
    }

    private Stream<Letter> letters() {
        return jdbc
                .sql("select id, body from sandbox.message where recipient = ? order by at, id")
                .param(mail)
                .query((row, number) -> new Letter(row.getString("id"), row.getString("body")))
                .list()
                .stream();
    }

    static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(var value) -> value;
            case Outcome.Refused<T>(var refusal) -> throw new AssertionError(refusal);
        };
    }
}
