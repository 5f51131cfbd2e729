package org.townloop.base.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CombinerTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
    private final ConcurrentLinkedQueue<List<Integer>> batches = new ConcurrentLinkedQueue<>();
    private final CountDownLatch open = new CountDownLatch(1);

    @AfterEach
    void everybodyGoesHome() {
        open.countDown();
        people.close();
    }

    @Test
    void whoFindsNothingUnderWayGoesAtOnceAndAlone() {
        var combiner = combiner(4, 10, LONG, Function.identity());
        assertThat(combiner.ask(1)).contains(1);
        assertThat(combiner.ask(2)).contains(2);
        assertThat(batches).containsExactly(List.of(1), List.of(2));
    }

    @Test
    void thoseWhoComeMeanwhileGoTogetherNextInTheirOrderAndNotTooMany() throws Exception {
        var combiner = combiner(4, 10, LONG, this::firstWaits);
        var answers = crowd(combiner, 7);
        open.countDown();
        for (int i = 0; i < answers.size(); i++) {
            assertThat(answers.get(i).get(20, TimeUnit.SECONDS)).contains(i);
        }
        assertThat(batches).containsExactly(List.of(0), List.of(1, 2, 3, 4), List.of(5, 6));
    }

    @Test
    void whoComesWhenTheLineIsFullIsTurnedAwayAtOnce() {
        var combiner = combiner(4, 2, LONG, this::firstWaits);
        crowd(combiner, 3);
        assertThat(combiner.ask(3)).isEmpty();
    }

    @Test
    void whoHasWaitedLongEnoughLeavesAndIsNotAnswered() throws Exception {
        var combiner = combiner(4, 10, Duration.ofMillis(20), this::firstWaits);
        var answers = crowd(combiner, 2);
        assertThat(answers.get(1).get(20, TimeUnit.SECONDS)).isEmpty();
        open.countDown();
        assertThat(answers.get(0).get(20, TimeUnit.SECONDS))
                .as("under way: waits")
                .contains(0);
        assertThat(combiner.ask(5)).contains(5);
        assertThat(batches).containsExactly(List.of(0), List.of(5));
    }

    @Test
    void whoHasLessPatienceLeftLeavesSooner() throws Exception {
        var combiner = combiner(4, 10, Duration.ofMinutes(5), this::firstWaits);
        var first = crowd(combiner, 1).getFirst();
        assertThat(combiner.ask(1, Duration.ofMillis(20))).isEmpty();
        open.countDown();
        assertThat(first.get(20, TimeUnit.SECONDS)).contains(0);
        assertThat(batches).containsExactly(List.of(0));
    }

    @Test
    void whatFailsFailsForAllOfItsBatchAndForNobodyElse() throws Exception {
        var combiner = combiner(4, 10, LONG, asked -> {
            if (firstWaits(asked).contains(1)) {
                throw new IllegalStateException("broken");
            }
            return asked;
        });
        var answers = crowd(combiner, 6);
        open.countDown();
        assertThat(answers.get(0).get(20, TimeUnit.SECONDS)).contains(0);
        for (var failed : answers.subList(1, 5)) {
            assertThatThrownBy(() -> failed.get(20, TimeUnit.SECONDS)).hasRootCauseMessage("broken");
        }
        assertThat(answers.get(5).get(20, TimeUnit.SECONDS)).contains(5);
    }

    @Test
    void tooFewAnswersAreAFault() {
        var combiner = combiner(4, 10, LONG, asked -> List.of());
        assertThatThrownBy(() -> combiner.ask(1)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> combiner.ask(2)).as("and it goes on").isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whoIsInterruptedLeavesTheLine() throws Exception {
        var combiner = combiner(4, 10, LONG, this::firstWaits);
        var answers = crowd(combiner, 3);
        answers.get(1).cancel(true);
        Awaitility.await().untilAsserted(() -> assertThat(combiner.waiting()).isOne());
        open.countDown();
        assertThat(answers.get(2).get(20, TimeUnit.SECONDS)).contains(2);
        assertThat(batches).containsExactly(List.of(0), List.of(2));
    }

    @Test
    void manyAtOnceAreAllAnsweredOnceEach() throws Exception {
        var combiner = combiner(8, 5_000, LONG, Function.identity());
        var all = IntStream.range(0, 2_000)
                .mapToObj(i -> people.submit(() -> combiner.ask(i)))
                .toList();
        for (int i = 0; i < all.size(); i++) {
            assertThat(all.get(i).get(20, TimeUnit.SECONDS)).contains(i);
        }
        assertThat(batches.stream().flatMap(List::stream).sorted().toList())
                .isEqualTo(IntStream.range(0, 2_000).boxed().toList());
        assertThat(batches).allSatisfy(batch -> assertThat(batch).hasSizeBetween(1, 8));
    }

    private Combiner<Integer, Integer> combiner(
            int most, int mostWaiting, Duration patience, Function<List<Integer>, List<Integer>> answer) {
        return new Combiner<>(most, mostWaiting, patience, asked -> {
            batches.add(asked);
            return answer.apply(asked);
        });
    }

    /** The first is under way when the next comes, and each stands in the line before the one after. */
    private List<Future<Optional<Integer>>> crowd(Combiner<Integer, Integer> combiner, int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> {
                    var answer = people.submit(() -> combiner.ask(i));
                    Awaitility.await()
                            .until(() -> i == 0 ? !batches.isEmpty() : combiner.waiting() == i || answer.isDone());
                    return answer;
                })
                .toList();
    }

    private List<Integer> firstWaits(List<Integer> asked) {
        if (asked.contains(0)) {
            try {
                assertThat(open.await(20, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return asked;
    }
}
