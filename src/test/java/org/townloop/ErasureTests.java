package org.townloop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.townloop.base.identity.Contact;
import org.townloop.base.identity.Contacts;
import org.townloop.base.identity.Erasures;
import org.townloop.base.identity.People;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.checkout.Audit;
import org.townloop.loop.ledger.Broken;
import org.townloop.supply.TestSalon;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;
import tools.jackson.databind.JsonNode;

/** Somebody who asks to be forgotten is, and stays so; the other side's books do not change. */
@TownTest
class ErasureTests {

    /** Saturday at three in the afternoon of Willow Creek. */
    private static final Instant SATURDAY = Instant.parse("2026-11-28T07:00:00Z");

    private static final String MARK = "Zaunkönig";

    @LocalServerPort
    int port;

    @Autowired
    Offers offers;

    @Autowired
    Audit audit;

    @Autowired
    Erasures erasures;

    @Autowired
    Contacts contacts;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Autowired
    ApplicationContext program;

    private final OldBackup backup = new OldBackup();
    private final TestSalon salon = TestSalon.with(1, 1);
    private final TestPeople resident = TestPeople.resident(salon.region());
    private final TestPeople counter = TestPeople.counterOf(salon);
    private final TestPeople merchant = TestPeople.merchantOf(salon);
    private final PersonId person = new PersonId(resident.id());

    /** What tests of single modules have left in the tables they share. */
    private List<Broken> before;

    private LoopClient client;

    @BeforeEach
    void somebodyWasAtTheSalon() {
        clock.set(TestClock.START);
        before = audit.run();
        client = new LoopClient(port);
        jdbc.sql("update identity.person set name = ? where id = ?")
                .params(MARK, resident.id())
                .update();
        contacts.note(person, new Contact(Contact.Kind.MAIL, MARK.toLowerCase() + resident.id() + "@example.org"));
    }

    @AfterEach
    void noBackupIsLeft() {
        backup.drop();
    }

    @Test
    void nothingIsLeftOfThemAndTheSumsAreTheSame() throws IOException {
        visited("A " + MARK + " sang.");
        var statement = statement();

        assertThat(erasures.erase(person, false)).isInstanceOf(Outcome.Done.class);

        assertThat(Haystack.tablesWith(MARK)).isEmpty();
        assertThat(people.actor(person)).isEmpty();
        assertThat(client.get(resident, "/api/me").status()).isEqualTo(401);
        assertThat(people.get(person).name()).isEqualTo("Former resident");
        assertThat(statement()).isEqualTo(statement);
        assertThat(audit.run()).isEqualTo(before);
        assertThat(jdbc.sql("select count(*) from identity.audit where person_id = ? and action = 'person-erased'")
                        .param(resident.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whatTheySaidStaysWithoutANameIfTheyWishSo() throws IOException {
        visited("A quiet cut.");
        assertThat(erasures.erase(person, true)).isInstanceOf(Outcome.Done.class);
        assertThat(jdbc.sql("select text from feedback.review where resident_id = ?")
                        .param(resident.id())
                        .query(String.class)
                        .single())
                .isEqualTo("A quiet cut.");
        assertThat(people.get(person).erased()).isTrue();
    }

    @Test
    void anOldBackupBringsNobodyBack() throws IOException {
        visited("A " + MARK + " sang.");
        var statement = statement();
        backup.take();
        erasures.erase(person, false);

        backup.restore();
        assertThat(Haystack.tablesWith(MARK))
                .as("without the replay they are back")
                .contains("identity.person");
        assertThat(client.get(resident, "/api/me").status()).isEqualTo(200);

        startAgain();
        backup.drop();
        assertThat(Haystack.tablesWith(MARK)).isEmpty();
        assertThat(client.get(resident, "/api/me").status()).isEqualTo(401);
        assertThat(statement()).isEqualTo(statement);
        assertThat(audit.run()).isEqualTo(before);
        assertThat(erasures.replay()).as("nobody is left to be erased").isZero();
    }

    @Test
    void whoHasSomethingToComeIsToldWhatToDoFirst() throws IOException {
        paid();
        assertThat(erasures.erase(person, false)).isInstanceOf(Outcome.Refused.class);
        assertThat(erasures.obstacles(person)).singleElement().satisfies(obstacle -> {
            assertThat(obstacle.refusal().reason().code()).isEqualTo("orders-open");
            assertThat(obstacle.items()).hasSize(1);
        });
        assertThat(people.get(person).name()).isEqualTo(MARK);
    }

    @Test
    void tenThousandOrdersAreNoTrouble() {
        jdbc.sql("""
            with many as (
                insert into ordering.orders (region_id, id, resident_id, merchant_id, place_id, state, total_minor,
                    currency, terms, hold_expires_at, created_at)
                select :region, gen_random_uuid(), :resident, :merchant, :place, 'EXPIRED', 1, 'CNY', '{}', :at, :at
                from generate_series(1, 10000)
                returning region_id, id)
            insert into ordering.line (region_id, order_id, line, offer_id, offer_version, title, quantity, unit_minor,
                answers)
            select region_id, id, 1, :offer, 1, '{}', 1, 1, '{"who": "Zaunkönig"}' from many
            """)
                .param("region", salon.region().number())
                .param("resident", resident.id())
                .param("merchant", salon.merchant().value())
                .param("place", salon.place().value())
                .param("offer", offer())
                .param("at", java.sql.Timestamp.from(TestClock.START))
                .update();
        var began = System.nanoTime();
        assertThat(erasures.erase(person, false)).isInstanceOf(Outcome.Done.class);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
        assertThat(Haystack.tablesWith(MARK)).isEmpty();
    }

    /** What each start does before anything else. */
    private void startAgain() {
        var returning = program.getBeansOfType(SmartLifecycle.class).values().stream()
                .filter(part -> part.getClass().getSimpleName().equals("Returning"))
                .findFirst()
                .orElseThrow();
        returning.stop();
        returning.start();
    }

    private void visited(String review) throws IOException {
        var order = paid();
        client.redeem(
                counter,
                client.tokens(resident, order).getFirst(),
                UUID.randomUUID().toString());
        var visit = client.order(resident, order, "SETTLED").text("visitId");
        var answer = client.post(resident, "/api/visits/" + visit + "/review", "", Map.of("rating", 5, "text", review));
        assertThat(answer.status()).isEqualTo(201);
    }

    private UUID paid() throws IOException {
        var hold = client.post(
                resident,
                "/api/orders",
                UUID.randomUUID().toString(),
                Map.of("offerId", offer(), "slotStart", SATURDAY.toString(), "answers", Map.of("wish", MARK)));
        assertThat(hold.status()).as(hold.body().toString()).isEqualTo(201);
        var payment = client.pay(resident, hold.id(), UUID.randomUUID().toString());
        client.press(payment.text("redirectUrl"), "succeed");
        client.order(resident, hold.id(), "PAID");
        return hold.id();
    }

    private UUID offer() {
        return switch (offers.write(salon.haircut())) {
            case Outcome.Done<Offer>(var offer) -> offer.id().value();
            case Outcome.Refused<Offer>(var refusal) -> throw new AssertionError(refusal);
        };
    }

    private JsonNode statement() throws IOException {
        return client.get(merchant, "/api/merchants/" + salon.merchant().value() + "/statement")
                .body();
    }
}
