package org.townloop.supply.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeptTests {

    private final Kept<String, Integer> kept = new Kept<>(8);
    private final List<Set<String>> reads = new ArrayList<>();
    private int value = 1;

    @Test
    void whatIsMissingIsReadAtOnceAndOnlyOnce() {
        assertThat(ask("a", "b")).isEqualTo(Map.of("a", 1, "b", 1));
        value = 2;
        assertThat(ask("a", "b", "c")).isEqualTo(Map.of("a", 1, "b", 1, "c", 2));
        assertThat(reads).containsExactly(Set.of("a", "b"), Set.of("c"));
    }

    /** Nobody keeps all the places of a country because somebody has looked through them once. */
    @Test
    void ofTooMuchWhatNobodyHasAskedForTheLongestMakesRoom() {
        ask("often");
        for (int i = 0; i < 1000; i++) {
            ask("once " + i);
            ask("often");
            assertThat(kept.size()).isLessThanOrEqualTo(8);
        }
        reads.clear();
        ask("often", "once 999", "once 1");
        assertThat(reads).containsExactly(Set.of("once 1"));
    }

    @Test
    void whoeverAsksForMoreThanIsKeptGetsAllOfIt() {
        var all = IntStream.range(0, 100).mapToObj(String::valueOf).toArray(String[]::new);
        assertThat(ask(all)).hasSize(100);
        assertThat(kept.size()).isLessThanOrEqualTo(8);
    }

    /** Marks of what was forgotten are not kept for ever either; what was being read then is not kept. */
    @Test
    void whatWasBeingReadWhenVeryMuchChangedIsNotKept() {
        kept.get(List.of("a"), any -> true, keys -> {
            kept.forget("a");
            for (int i = 0; i < 100; i++) {
                kept.forget("other " + i);
            }
            return Map.of("a", 1);
        });
        value = 2;
        assertThat(ask("a")).isEqualTo(Map.of("a", 2));
    }

    @Test
    void whatIsForgottenIsReadAgain() {
        ask("a");
        kept.forget("a");
        value = 2;
        assertThat(ask("a")).isEqualTo(Map.of("a", 2));
    }

    @Test
    void whatWasBeingReadWhenItChangedIsNotKept() {
        var stale = kept.get(List.of("a"), any -> true, keys -> {
            kept.forget("a");
            return Map.of("a", 1);
        });
        assertThat(stale).isEqualTo(Map.of("a", 1));
        value = 2;
        assertThat(ask("a")).isEqualTo(Map.of("a", 2));
    }

    @Test
    void whenAllIsForgottenWhatWasBeingReadIsNotKeptEither() {
        ask("a", "b");
        kept.get(List.of("c"), any -> true, keys -> {
            kept.forgetAll();
            return Map.of("c", 1);
        });
        value = 2;
        assertThat(ask("a", "b", "c")).isEqualTo(Map.of("a", 2, "b", 2, "c", 2));
    }

    @Test
    void whatIsNoLongerGoodIsReadAgain() {
        ask("a");
        value = 2;
        assertThat(kept.get(List.of("a"), old -> old > 1, this::read)).isEqualTo(Map.of("a", 2));
    }

    private Map<String, Integer> ask(String... keys) {
        return kept.get(List.of(keys), any -> true, this::read);
    }

    private Map<String, Integer> read(Set<String> keys) {
        reads.add(Set.copyOf(keys));
        return keys.stream().collect(Collectors.toMap(key -> key, key -> value));
    }
}
