package org.townloop.base.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.townloop.TestClock;
import org.townloop.TestPeople;
import org.townloop.TownTest;
import org.townloop.base.identity.Contact;
import org.townloop.base.identity.Contacts;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Ids;
import org.townloop.supply.TestSalon;

@TownTest
class DispatchTests {

    /** 23:30 in Shanghai, and half past seven the next morning. */
    private static final Instant NIGHT = Instant.parse("2026-11-26T15:30:00Z");

    private static final Instant MORNING = Instant.parse("2026-11-27T00:00:00Z");

    @Autowired
    LaterNotices laterNotices;

    @Autowired
    Notices notices;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Rounds rounds;

    @Autowired
    Preferences preferences;

    @Autowired
    Contacts contacts;

    @Autowired
    StopLinks stopLinks;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    private PersonId person;

    @BeforeEach
    void somebodyWithBothWays() {
        clock.set(TestClock.START);
        TestSalon.with(1, 1);
        person = somebody(true, true);
    }

    @AfterEach
    void morning() {
        clock.set(TestClock.START);
    }

    @Test
    void aConfirmationGoesByMailAndByTextOnlyToWhoHasNoAddress() {
        tell(person, Notice.Kind.PAID, null);
        assertThat(channels(person)).containsExactly("MAIL");
        var byPhone = somebody(true, false);
        tell(byPhone, Notice.Kind.PAID, null);
        assertThat(channels(byPhone)).containsExactly("SMS");
        var byNothing = somebody(false, false);
        tell(byNothing, Notice.Kind.PAID, null);
        assertThat(channels(byNothing)).isEmpty();
        assertThat(notices.unread(byNothing)).isEqualTo(1);
    }

    @Test
    void theSameIsToldAndSentOnceUnlessTheOccasionIsAnother() {
        var order = Ids.next(TestSalon.SHANGHAI, TestClock.START);
        for (var occasion : List.of("a", "a", "b")) {
            notices.tell(List.of(new NewNotice(person, Notice.Kind.CHANGED, order, Map.of(), occasion)));
        }
        assertThat(channels(person)).containsExactly("MAIL", "MAIL", "SMS", "SMS");
    }

    @Test
    void whatSomebodyDoesNotWantIsNotSentAndTheRestIs() {
        preferences.choose(person, Map.of(new Chosen.Choice(Topic.CHANGE, Channel.SMS), false));
        tell(person, Notice.Kind.CHANGED, null);
        assertThat(channels(person)).containsExactly("MAIL");
    }

    @Test
    void nobodyIsAskedForAReviewWhoDidNotAgree() {
        tell(person, Notice.Kind.REVIEW_ASKED, null);
        assertThat(channels(person)).isEmpty();
        preferences.choose(person, Map.of(new Chosen.Choice(Topic.REVIEW, Channel.MAIL), true));
        tell(person, Notice.Kind.REVIEW_ASKED, null);
        assertThat(channels(person)).containsExactly("MAIL");
    }

    @Test
    void aMessageAtNightWaitsForTheMorningUnlessTheVisitBeginsBeforeAnybodyCouldReadIt() {
        clock.set(NIGHT);
        tell(person, Notice.Kind.CHANGED, NIGHT.plus(Duration.ofDays(3)));
        assertThat(due(person)).containsOnly(MORNING);
        var early = somebody(true, false);
        tell(early, Notice.Kind.CHANGED, MORNING.plus(Duration.ofMinutes(30)));
        assertThat(due(early)).containsOnly(NIGHT);
        var awake = somebody(true, false);
        preferences.beQuiet(awake, new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT));
        tell(awake, Notice.Kind.CHANGED, NIGHT.plus(Duration.ofDays(3)));
        assertThat(due(awake)).containsOnly(NIGHT);
    }

    @Test
    void aLetterGoesOnlyWhereItsPersonIsStillReached() {
        clock.set(NIGHT);
        var other = somebody(false, true);
        tell(person, Notice.Kind.CHANGED, null);
        tell(other, Notice.Kind.CHANGED, null);
        contacts.forgetNoted(person); // as by somebody who does not see what is being told at that moment
        clock.set(MORNING);
        for (var channel : List.of(Channel.MAIL, Channel.SMS)) {
            deliveries.take(channel, 1000).forEach(delivery -> rounds.carry(delivery, MORNING));
        }
        await().until(() -> !states(person).contains("QUEUED") && !states(other).contains("QUEUED"));
        assertThat(states(person)).containsOnly("SUPPRESSED");
        assertThat(states(other)).doesNotContain("SUPPRESSED");
    }

    private List<String> states(PersonId of) {
        return jdbc.sql("select state from notice.delivery where person_id = ?")
                .param(of.value())
                .query((row, number) -> row.getString("state"))
                .list();
    }

    @Test
    void aReminderIsOfNoUseOnceTheVisitHasBegun() {
        var start = TestClock.START.plus(Duration.ofHours(3));
        tell(person, Notice.Kind.REMINDER, start);
        assertThat(jdbc.sql("select distinct give_up_at from notice.delivery where person_id = ?")
                        .param(person.value())
                        .query((row, number) -> row.getTimestamp(1).toInstant())
                        .list())
                .containsExactly(start);
    }

    @Test
    void whatIsToldLaterIsToldOnceAndNotIfItIsForgotten() {
        var order = Ids.next(TestSalon.SHANGHAI, TestClock.START);
        var other = Ids.next(TestSalon.SHANGHAI, TestClock.START);
        var due = TestClock.START.plus(Duration.ofHours(2));
        for (var subject : List.of(order, order, other)) {
            laterNotices.note(
                    List.of(new Later(due, new NewNotice(person, Notice.Kind.REVIEW_ASKED, subject, Map.of()))));
        }
        laterNotices.forget(Notice.Kind.REVIEW_ASKED, List.of(other));
        laterNotices.tellDue(1000);
        assertThat(notices.of(person, 10)).isEmpty();
        clock.set(due);
        laterNotices.tellDue(1000);
        laterNotices.note(List.of(new Later(due, new NewNotice(person, Notice.Kind.REVIEW_ASKED, order, Map.of()))));
        laterNotices.tellDue(1000);
        assertThat(notices.of(person, 10)).extracting(Notice::subject).containsExactly(order);
    }

    @Test
    void aStopLinkStopsItsTopicAndCannotBeMadeUp() {
        var link = stopLinks.of(person, Topic.REMINDER).getPath();
        var word = link.substring(link.lastIndexOf('/') + 1);
        assertThat(stopLinks.read(word)).contains(new StopLinks.Stop(person, Topic.REMINDER));
        for (int i = 0; i < word.length(); i++) {
            var other = word.charAt(i) == 'A' ? 'B' : 'A';
            var forged = word.substring(0, i) + other + word.substring(i + 1);
            assertThat(stopLinks.read(forged)).as(forged).isEmpty();
        }
        assertThat(stopLinks.read("")).isEmpty();
    }

    private void tell(PersonId to, Notice.Kind kind, @Nullable Instant startsAt) {
        var facts = new HashMap<String, Object>();
        if (startsAt != null) {
            facts.put("startsAt", startsAt.toString());
        }
        notices.tell(List.of(new NewNotice(to, kind, Ids.next(TestSalon.SHANGHAI, clock.instant()), facts)));
    }

    private PersonId somebody(boolean phone, boolean mail) {
        var who = new PersonId(TestPeople.resident(TestSalon.SHANGHAI).id());
        if (phone) {
            var digits = Long.toString(Math.floorMod(UUID.randomUUID().getMostSignificantBits(), 9_000_000_000L));
            contacts.note(who, new Contact(Contact.Kind.PHONE, "+861" + "0".repeat(10 - digits.length()) + digits));
        }
        if (mail) {
            contacts.note(who, new Contact(Contact.Kind.MAIL, UUID.randomUUID() + "@example.com"));
        }
        return who;
    }

    private List<String> channels(PersonId of) {
        return jdbc.sql("select channel from notice.delivery where person_id = ? order by channel")
                .param(of.value())
                .query((row, number) -> row.getString("channel"))
                .list();
    }

    /** When they are (or were) to be sent at the earliest: the lease of one that is under way is not counted. */
    private List<Instant> due(PersonId of) {
        return jdbc
                .sql("""
                    select coalesce(finished_at, next_try_at) as due from notice.delivery where person_id = ?
                    """)
                .param(of.value())
                .query((row, number) -> row.getTimestamp("due").toInstant())
                .list()
                .stream()
                .map(due -> due.equals(NIGHT.plus(Deliveries.LEASE)) ? NIGHT : due)
                .toList();
    }
}
