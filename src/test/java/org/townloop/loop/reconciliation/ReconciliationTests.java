package org.townloop.loop.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.townloop.Race;
import org.townloop.TestClock;
import org.townloop.TestPeople;
import org.townloop.TestTown;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.People;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Outcome;
import org.townloop.surface.SalonDay;
import org.townloop.surface.SalonPages;

/** The sandbox's report is held against what we know; each fault is planted here, and found. */
class ReconciliationTests extends SalonPages {

    private static final LocalDate TODAY = LocalDate.ofInstant(TestClock.START, ZoneOffset.UTC);

    @Autowired
    private Reconciliation reconciliation;

    @Autowired
    private People people;

    private UUID order;
    private UUID intent;

    @BeforeEach
    void aPaidOrder() throws IOException {
        order = day.paid(SalonDay.AT_THREE);
        intent = TestTown.jdbc()
                .sql("select intent_id from payment.share where order_id = ?")
                .param(order)
                .query(UUID.class)
                .single();
    }

    @Test
    void whatBothSayIsNoDifferenceAndItsFeeIsBookedOnce() {
        read();
        read();
        assertThat(found()).isEmpty();
        var fees = TestTown.jdbc()
                .sql("select count(*) from ledger.transfer where kind = 'FEE' and order_id = ?")
                .param(intent)
                .query(Long.class)
                .single();
        var charged = TestTown.jdbc()
                .sql("select count(*) from sandbox.entry where fee_minor > 0 and reference = ?")
                .param(intent.toString())
                .query(Long.class)
                .single();
        assertThat(fees).isEqualTo(charged);
    }

    @Test
    void whatTheGatewayDoesNotSayIsMissingThere() {
        plant("delete from sandbox.entry where reference = ?");
        read();
        read();
        assertThat(found()).singleElement().satisfies(difference -> {
            assertThat(difference.kind()).isEqualTo(Difference.Kind.MISSING_THERE);
            assertThat(difference.ours()).isNotNull();
        });
    }

    @Test
    void whatWeDoNotKnowIsMissingHere() {
        TestTown.jdbc()
                .sql("update payment.intent set state = 'PENDING', closed_at = null where id = ?")
                .param(intent)
                .update();
        read();
        assertThat(found())
                .singleElement()
                .satisfies(difference -> assertThat(difference.kind()).isEqualTo(Difference.Kind.MISSING_HERE));
        TestTown.jdbc()
                .sql("update payment.intent set state = 'CAPTURED', closed_at = created_at where id = ?")
                .param(intent)
                .update();
    }

    @Test
    void whatWasTakenTwiceIsFound() {
        plant("""
            insert into sandbox.entry (day, kind, id, reference, amount_minor, currency, at)
            select day, kind, id || '-again', reference, amount_minor, currency, at from sandbox.entry
            where kind = 'PAYMENT' and reference = ?
            """);
        read();
        assertThat(found()).singleElement().satisfies(difference -> {
            assertThat(difference.kind()).isEqualTo(Difference.Kind.TWICE);
            assertThat(Objects.requireNonNull(difference.theirs()).minor())
                    .isEqualTo(2 * Objects.requireNonNull(difference.ours()).minor());
        });
    }

    @Test
    void anotherAmountIsListedWithBothAndWorkedOnce() {
        plant("update sandbox.entry set amount_minor = amount_minor - 1 where reference = ?");
        read();
        var difference = found().getFirst();
        assertThat(difference.kind()).isEqualTo(Difference.Kind.OTHER_AMOUNT);
        assertThat(Objects.requireNonNull(difference.ours()).minor()
                        - Objects.requireNonNull(difference.theirs()).minor())
                .isOne();

        var operator = actor(TestPeople.inRole("OPERATOR", day.salon()));
        assertThat(reconciliation.decide(
                        operator,
                        difference.id(),
                        DifferenceState.SETTLED,
                        " ",
                        UUID.randomUUID().toString()))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(reconciliation.decide(
                        operator,
                        difference.id(),
                        DifferenceState.EXPLAINED,
                        "A fen too little.",
                        UUID.randomUUID().toString()))
                .isInstanceOf(Outcome.Done.class);
        assertThat(reconciliation.decide(
                        operator,
                        difference.id(),
                        DifferenceState.SETTLED,
                        "They have sent it.",
                        UUID.randomUUID().toString()))
                .isInstanceOf(Outcome.Done.class);
        assertThat(reconciliation.decide(
                        operator,
                        difference.id(),
                        DifferenceState.EXPLAINED,
                        "Again.",
                        UUID.randomUUID().toString()))
                .isInstanceOf(Outcome.Refused.class);
        read();
        assertThat(found()).singleElement().satisfies(known -> {
            assertThat(known.state()).isEqualTo(DifferenceState.SETTLED);
            assertThat(known.note()).isEqualTo("They have sent it.");
            assertThat(known.changedBy()).isEqualTo(operator.person());
        });
        assertThatThrownBy(() -> reconciliation.decide(
                        actor(day.owner()),
                        difference.id(),
                        DifferenceState.SETTLED,
                        "Mine.",
                        UUID.randomUUID().toString()))
                .isInstanceOf(Absent.class);
    }

    /** The gateway gives its fee back with what goes back; what it gives back of a fee that was never read is not booked. */
    @Test
    void whatTheGatewayGivesBackOfItsFeeIsBookedOnce() throws IOException {
        read();
        var fees = feesOf(intent);
        assertThat(fees).isNegative();
        var refund = refunded();
        read();
        read();
        assertThat(feesOf(refund)).as("rounded down").isBetween(-fees - 1, -fees);
        assertThat(found()).isEmpty();
    }

    @Test
    void whatIsGivenBackOfAFeeThatWasNeverReadIsNotBooked() throws IOException {
        plant("delete from sandbox.entry where reference = ?");
        var refund = refunded();
        read();
        assertThat(feesOf(refund)).isZero();
    }

    private UUID refunded() throws IOException {
        day.client().cancel(day.guest(), order, UUID.randomUUID().toString());
        day.client().order(day.guest(), order, "REFUNDED");
        return TestTown.jdbc()
                .sql("select id from payment.refund where order_id = ?")
                .param(order)
                .query(UUID.class)
                .single();
    }

    /** Below zero what was kept, above zero what was given back. */
    private static long feesOf(UUID about) {
        return TestTown.jdbc().sql("""
            select coalesce(sum(case kind when 'FEE' then -amount_minor when 'FEE_BACK' then amount_minor end), 0)
            from ledger.transfer where order_id = ?
            """).param(about).query(Long.class).single();
    }

    /** The second press is told the same as the first, and nothing is noted twice. */
    @Test
    void aDoubleClickNotesADifferenceOnce() {
        plant("update sandbox.entry set amount_minor = amount_minor - 1 where reference = ?");
        read();
        var id = found().getFirst().id();
        var operator = actor(TestPeople.inRole("OPERATOR", day.salon()));
        var said = Race.of(
                4, hand -> reconciliation.decide(operator, id, DifferenceState.SETTLED, "Sent.", "pressed-" + id));
        assertThat(said).hasSize(4).allMatch(outcome -> outcome instanceof Outcome.Done);
        assertThat(TestTown.jdbc()
                        .sql("select count(*) from identity.audit where subject = ? and action = 'difference-settled'")
                        .param(id.toString())
                        .query(Long.class)
                        .single())
                .isOne();
    }

    private void read() {
        assertThat(reconciliation.read("sandbox", TODAY)).isInstanceOf(Outcome.Done.class);
    }

    private void plant(String statement) {
        TestTown.jdbc().sql(statement).param(intent.toString()).update();
    }

    private List<Difference> found() {
        return reconciliation.of(Set.of(day.salon().region()), 10_000).stream()
                .filter(difference -> difference.reference().equals(intent.toString()))
                .toList();
    }

    private Actor actor(TestPeople person) {
        return people.actor(new PersonId(person.id())).orElseThrow();
    }
}
