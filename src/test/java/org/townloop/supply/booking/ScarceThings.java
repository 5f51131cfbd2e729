package org.townloop.supply.booking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.townloop.Race;
import org.townloop.TestClock;
import org.townloop.TestTown;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Outcome;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.offer.Offers;

/**
 * Two hundred want what there is little of. Two defences see to it that nobody gets what is not there, a lock and a
 * constraint; each must be enough alone, and with both switched off the tests must see the oversell that they are there to
 * see.
 */
abstract class ScarceThings {

    static final int BUYERS = 200;
    static final int RIVALS = 12;

    /**
     * A constraint that can be switched off and on.
     *
     * @param claims what belongs to what it judges, and would be in its way when it comes back
     */
    record Judge(String claims, String table, String name, String rule) {

        static final Judge OF_LOTS =
                new Judge("booking.lot_claim", "booking.lot", "never_more_than_the_lot", "check (taken <= capacity)");
        static final Judge OF_DAYS = new Judge(
                "booking.day_claim", "booking.day_capacity", "never_more_than_there_are", "check (taken <= capacity)");
        static final Judge OF_TIMES = new Judge(
                "booking.job",
                "booking.claim",
                "never_in_two_places_at_once",
                "exclude using gist (region_id with =, subject_id with =, during with &&)");
    }

    /** What one of them does: whether they got it. */
    interface Buyer {
        Outcome<?> buys(Counter counter, int hand);
    }

    @Autowired
    Bookings bookings;

    @Autowired
    ApplicationContext town;

    @Autowired
    Atomically atomically;

    @Autowired
    Offers offers;

    @Autowired
    TestClock clock;

    final JdbcTemplate owner = new JdbcTemplate(TestTown.owner());
    private final Judge judge;
    private final int there;

    /** @param there how many of them can have it */
    ScarceThings(Judge judge, int there) {
        this.judge = judge;
        this.there = there;
    }

    abstract PlaceId place();

    /** Opens the sale. */
    abstract Buyer sale();

    /** The bookings without the lock. */
    abstract Bookings unlocked();

    /** How many have it, as it is written. */
    abstract int taken();

    /** Whether somebody has what is not there. */
    boolean isOversold() {
        return taken() > there;
    }

    @BeforeEach
    void thursdayMorning() {
        clock.set(TestClock.START);
    }

    @AfterEach
    void theConstraintIsBack() {
        owner.execute("delete from " + judge.claims() + " where region_id >= 999000");
        owner.execute("delete from " + judge.table() + " where region_id >= 999000");
        withoutJudge();
        owner.execute("alter table " + judge.table() + " add constraint " + judge.name() + " " + judge.rule());
    }

    @Test
    void exactlySoManyGetItAsThereAre() {
        assertThat(served(bookings)).isEqualTo(there);
        assertThat(taken()).isEqualTo(there);
        assertThat(isOversold()).isFalse();
    }

    @Test
    void withoutTheConstraintTheLockAloneNeverOversells() {
        withoutJudge();
        assertThat(served(bookings)).isEqualTo(there);
        assertThat(isOversold()).isFalse();
    }

    @Test
    void withoutTheLockTheConstraintAloneNeverOversells() {
        assertThat(served(unlocked())).isBetween(1L, (long) there);
        assertThat(isOversold()).isFalse();
    }

    @Test
    void withoutBothDefencesTheTestSeesTheOversell() {
        withoutJudge();
        served(unlocked());
        assertThat(isOversold()).isTrue();
    }

    /** By two processes at once. */
    @Test
    void combinedExactlySoManyGetItAsThereAre() {
        assertThat(served(bookings, new CombinedProcesses(bookings, atomically)))
                .isEqualTo(there);
        assertThat(taken()).isEqualTo(there);
        assertThat(isOversold()).isFalse();
    }

    @Test
    void combinedWithoutTheConstraintTheLockAloneNeverOversells() {
        withoutJudge();
        assertThat(served(bookings, new CombinedProcesses(bookings, atomically)))
                .isEqualTo(there);
        assertThat(isOversold()).isFalse();
    }

    final boolean isAnybodyInTwoPlaces() {
        return count("""
            select count(*)::int from booking.claim a
            join booking.claim b on a.subject_id = b.subject_id and a.order_id < b.order_id and a.during && b.during
            where a.place_id = ?
            """) > 0;
    }

    final int count(String sql) {
        var counted = owner.queryForObject(sql, Integer.class, place().value());
        return counted == null ? 0 : counted;
    }

    final void withoutJudge() {
        owner.execute("alter table " + judge.table() + " drop constraint if exists " + judge.name());
    }

    private long served(Bookings through) {
        return served(through, Counter.apart(through, atomically));
    }

    final long served(Bookings through, Counter.Way way) {
        var sale = sale();
        var counter = new Counter(through, atomically, clock, way);
        return Race.of(BUYERS, hand -> sale.buys(counter, hand) instanceof Outcome.Done).stream()
                .filter(got -> got)
                .count();
    }
}
