package org.townloop.base.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.townloop.TownTest;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.supply.TestSalon;

/** FAULT 42: codes are tried in bulk, and contacts are asked for to learn whose they are. */
@TownTest
class KnockingTests {

    private static final int PAIRS = 10_000;
    private static final int TRIES = 100;
    private static final int SAMPLES = 120;

    @Autowired
    private Throttle throttle;

    @Autowired
    private Contacts contacts;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Autowired
    private ObjectProvider<CodePost> post;

    private Codes codes;
    private String address;

    @BeforeEach
    void aDoorWithItsUsualLimits() {
        TestSalon.with(1, 1);
        address = "test " + UUID.randomUUID();
        codes = door(TRIES);
    }

    @Test
    void tenThousandPairsAreStoppedAfterAHundredInBoundedTime() {
        var begun = Instant.now();
        int looked = tried(codes);
        assertThat(looked).isEqualTo(TRIES);
        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofMinutes(2));
    }

    @Test
    void withoutTheLimitEachOfThemWouldHaveBeenLookedAt() {
        assertThat(tried(door(2 * PAIRS), 300)).isEqualTo(300);
    }

    @Test
    void aContactGetsThreeCodesInTenMinutesWhoeverAsks() {
        var contact = unknown();
        for (int i = 0; i < 3; i++) {
            assertThat(codes.send(contact, null, knock("one " + i + address))).isInstanceOf(Outcome.Done.class);
        }
        assertThat(refusal(codes.send(contact, null, knock("another " + address)))
                        .reason())
                .isEqualTo(SignInReason.CODES_TOO_OFTEN);
        assertThat(codes.send(unknown(), null, knock("another " + address))).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void theNeighboursOfANetworkOfVersionSixShareItsLimit() {
        var few = door(1);
        assertThat(refusal(few.check("x", "1", null, knock("2001:db8:1:" + part() + "::1")))
                        .reason())
                .isEqualTo(SignInReason.CODE_SPENT);
        var network = "2001:db8:2:" + part();
        few.check("x", "1", null, knock(network + "::1"));
        assertThat(refusal(few.check("x", "1", null, knock(network + "::2"))).reason())
                .isEqualTo(SignInReason.TRIES_TOO_OFTEN);
    }

    @Test
    void askingForAKnownContactTakesAsLongAsForAnUnknownOne() {
        assertThat(differs(contact ->
                        codes.send(contact, null, knock(UUID.randomUUID().toString()))))
                .isFalse();
    }

    @Test
    void aDoorThatLooksFirstWouldBeFoundOut() {
        assertThat(differs(contact -> {
                    codes.send(contact, null, knock(UUID.randomUUID().toString()));
                    if (contacts.owner(contact).isPresent()) {
                        jdbc.sql("select pg_sleep(0.05)::text").query().listOfRows();
                    }
                }))
                .isTrue();
    }

    /** How many of the pairs were looked at. */
    private int tried(Codes at) {
        return tried(at, PAIRS);
    }

    private int tried(Codes at, int pairs) {
        int looked = 0;
        for (int i = 0; i < pairs; i++) {
            var answer = refusal(at.check("attempt " + i, "%06d".formatted(i), null, knock(address)));
            looked += answer.reason() == SignInReason.CODE_SPENT ? 1 : 0;
        }
        return looked;
    }

    /** A machine with something else to do may be uneven once, but not three times in a row. */
    private boolean differs(Consumer<Contact> asked) {
        return IntStream.range(0, 3).allMatch(time -> differsNow(asked));
    }

    /** Whether known contacts can be told from unknown ones by the median of the time it takes. */
    private boolean differsNow(Consumer<Contact> asked) {
        var known = new long[SAMPLES];
        var unknown = new long[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            known[i] = nanos(asked, known());
            unknown[i] = nanos(asked, unknown());
        }
        double ratio = (double) median(known) / median(unknown);
        return ratio > 1.6 || ratio < 1 / 1.6;
    }

    private static long nanos(Consumer<Contact> asked, Contact contact) {
        long begun = System.nanoTime();
        asked.accept(contact);
        return System.nanoTime() - begun;
    }

    private static long median(long[] times) {
        Arrays.sort(times);
        return times[times.length / 2];
    }

    private Contact known() {
        var contact = unknown();
        contacts.verify(people.create(TestSalon.SHANGHAI, "Lin", Locale.ENGLISH).id(), contact);
        return contact;
    }

    private static Contact unknown() {
        return new Contact(Contact.Kind.MAIL, UUID.randomUUID() + "@example.org");
    }

    private Codes door(int tries) {
        return new Codes(jdbc, new Doorkeeper(throttle, 30, tries, 1_000_000), post, clock);
    }

    private static Knock knock(String from) {
        return new Knock(from, Locale.ENGLISH);
    }

    private static String part() {
        return UUID.randomUUID().toString().substring(0, 4);
    }

    private static <T> Refusal refusal(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Refused<T>(var refusal) -> refusal;
            case Outcome.Done<T>(var value) -> throw new AssertionError("done: " + value);
        };
    }
}
