package org.townloop.loop.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.townloop.TestClock;
import org.townloop.TestPeople;
import org.townloop.TownTest;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Grant;
import org.townloop.base.identity.PersonId;
import org.townloop.base.identity.Role;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Reason;
import org.townloop.loop.screening.Reputation;
import org.townloop.loop.screening.ReputationSource;
import org.townloop.loop.visit.Visit;
import org.townloop.loop.visit.VisitId;
import org.townloop.loop.visit.Visits;
import org.townloop.supply.TestSalon;
import org.townloop.supply.offer.OfferId;

/** Reviews of visits that happened. */
@TownTest
class ReviewTests {

    @Autowired
    private Reviews reviews;

    @Autowired
    private Visits visits;

    @Autowired
    private ReputationSource reputations;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private TestSalon salon;
    private OfferId offer;
    private Actor resident;
    private UUID visit;

    @BeforeEach
    void someoneWasThere() {
        clock.set(TestClock.START);
        salon = TestSalon.with(1, 1);
        offer = new OfferId(id());
        resident = actor();
        visit = visitOf(resident);
    }

    @Test
    void theOneWhoCameSaysHowItWasAndTheReputationKnowsAtOnce() {
        var review = done(reviews.write(resident, visit, 4, "  Quiet,\u0000 and on time. \n"));
        assertThat(review.text()).isEqualTo("Quiet, and on time.");
        assertThat(reviews.find(visit)).contains(review);
        assertThat(reviews.of(offer, 10)).containsExactly(review);
        assertThat(reviews.at(salon.place(), 10)).containsExactly(review);
        assertThat(reviews.of(List.of(visit, id()))).containsOnlyKeys(visit);
        assertThat(reputation().mean()).isEqualTo(4);
        assertThat(jdbc.sql("select count(*) from kernel.event where type = 'ReviewWritten' and subject = ?")
                        .param(visit)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aVisitIsReviewedOnceHoweverManyTry() throws InterruptedException {
        var threads = IntStream.range(0, 8)
                .mapToObj(i -> Thread.ofVirtual().start(() -> reviews.write(resident, visit, 5, null)))
                .toList();
        for (var thread : threads) {
            thread.join();
        }
        assertThat(refused(reviews.write(resident, visit, 1, null))).isEqualTo(FeedbackReason.ALREADY_REVIEWED);
        assertThat(reputation().visits()).isEqualTo(1);
        assertThat(jdbc.sql("select fives from feedback.tally where offer_id = ?")
                        .param(offer.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void ofAnOrderAPersonSpeaksOnceHoweverManyUnitsTheyHad() throws InterruptedException {
        var order = id();
        var visits = IntStream.range(0, 8)
                .mapToObj(unit -> visitOf(resident, order, offer))
                .toList();
        var threads = visits.stream()
                .map(each -> Thread.ofVirtual().start(() -> reviews.write(resident, each, 5, null)))
                .toList();
        for (var thread : threads) {
            thread.join();
        }
        for (var each : visits) {
            assertThat(refused(reviews.write(resident, each, 5, null))).isEqualTo(FeedbackReason.ALREADY_REVIEWED);
        }
        assertThat(reputation().visits()).isEqualTo(1);
        done(reviews.write(resident, visitOf(resident, order, new OfferId(id())), 5, "Another thing of the bundle."));
        done(reviews.write(resident, visitOf(resident, id(), offer), 4, "Another order."));
        assertThat(reputation().visits()).isEqualTo(2);
    }

    @Test
    void whatIsToBeSpokenOfIsOneOfEachThingThatWasHad() {
        var order = id();
        var other = new OfferId(id());
        var had = Stream.of(
                        visitOf(resident, order, offer),
                        visitOf(resident, order, offer),
                        visitOf(resident, order, other))
                .map(id -> visits.find(new VisitId(id)).orElseThrow())
                .toList();
        assertThat(Reviews.toBeSpokenOf(had, Map.of())).extracting(Visit::offer).containsExactly(offer, other);
        var first = had.getFirst().id().value();
        done(reviews.write(resident, first, 5, null));
        assertThat(Reviews.toBeSpokenOf(had, reviews.of(List.of(first))))
                .as("the one that was reviewed")
                .containsExactly(had.get(0), had.get(2));
    }

    @Test
    void nobodyElseReviewsAndNoVisitIsInvented() {
        assertThatThrownBy(() -> reviews.write(actor(), visit, 5, null)).isInstanceOf(Absent.class);
        assertThatThrownBy(() -> reviews.write(resident, id(), 5, null)).isInstanceOf(Absent.class);
        assertThat(reputations.all()).doesNotContainKey(offer.value());
    }

    @Test
    void whoeverRunsThePlaceDoesNotPraiseIt() {
        var owner = merchantOf(salon);
        assertThat(refused(reviews.write(owner, visitOf(owner), 5, "Splendid.")))
                .isEqualTo(FeedbackReason.OWN_PLACE);
        var guest = merchantOf(TestSalon.with(1, 1));
        done(reviews.write(guest, visitOf(guest), 5, "A colleague who came."));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 6, Integer.MAX_VALUE})
    void thereAreFiveStars(int rating) {
        assertThat(refused(reviews.write(resident, visit, rating, null))).isEqualTo(FeedbackReason.RATING_OUT_OF_RANGE);
    }

    @Test
    void twoThousandCharactersAreCountedAsPeopleCountThem() {
        assertThat(refused(reviews.write(resident, visit, 5, "好".repeat(2_001))))
                .isEqualTo(FeedbackReason.REVIEW_TOO_LONG);
        assertThat(done(reviews.write(resident, visit, 5, "💇".repeat(2_000))).text())
                .hasSize(4_000);
    }

    @Test
    void theMerchantAnswersOnceAndNobodyElseDoes() {
        var merchant = merchantOf(salon);
        assertThatThrownBy(() -> reviews.reply(merchant, visit, "Thank you."))
                .as("there is no review yet")
                .isInstanceOf(Absent.class);
        done(reviews.write(resident, visit, 3, null));
        assertThatThrownBy(() -> reviews.reply(resident, visit, "Thank me.")).isInstanceOf(Absent.class);
        assertThatThrownBy(() -> reviews.reply(merchantOf(TestSalon.with(1, 1)), visit, "Come to us."))
                .isInstanceOf(Absent.class);
        assertThat(refused(reviews.reply(merchant, visit, " \n"))).isEqualTo(FeedbackReason.REPLY_MISSING);
        assertThat(refused(reviews.reply(merchant, visit, "x".repeat(2_001)))).isEqualTo(FeedbackReason.REPLY_TOO_LONG);
        var reply = done(reviews.reply(merchant, visit, "Thank you.")).reply();
        assertThat(reply).isEqualTo(new Review.Reply("Thank you.", merchant.person(), clock.instant()));
        assertThat(refused(reviews.reply(merchant, visit, "Again."))).isEqualTo(FeedbackReason.ALREADY_REPLIED);
    }

    private Reputation reputation() {
        return reputations.all().getOrDefault(offer.value(), reputations.unrated());
    }

    private UUID visitOf(Actor someone) {
        return visitOf(someone, id(), offer);
    }

    private UUID visitOf(Actor someone, UUID order, OfferId what) {
        var id = id();
        jdbc.sql("""
            insert into visit.visit (region_id, id, order_id, voucher_id, place_id, offer_id, resident_id, visited_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
                .params(
                        salon.region().number(),
                        id,
                        order,
                        id(),
                        salon.place().value(),
                        what.value(),
                        someone.person().value(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    private Actor actor(Grant... grants) {
        var person = TestPeople.resident(salon.region());
        return new Actor(new PersonId(person.id()), "Lin", salon.region(), Locale.CHINA, List.of(grants));
    }

    private Actor merchantOf(TestSalon theirs) {
        return actor(new Grant(Role.MERCHANT, theirs.region(), theirs.merchant().value(), null));
    }

    private UUID id() {
        return Ids.next(salon.region(), clock.instant());
    }

    private static Review done(Outcome<Review> outcome) {
        return switch (outcome) {
            case Outcome.Done(var review) -> review;
            case Outcome.Refused(var refusal) -> throw new AssertionError(refusal.toString());
        };
    }

    private static @Nullable Reason refused(Outcome<Review> outcome) {
        return switch (outcome) {
            case Outcome.Done(var ignored) -> null;
            case Outcome.Refused(var refusal) -> refusal.reason();
        };
    }
}
