package org.townloop.loop.screening;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Point;
import org.townloop.base.kernel.RegionId;
import org.townloop.supply.TestSalon;
import org.townloop.supply.merchant.TimeSpan;

/** Questions of every kind about a town, the same for the same seed and rows. */
class RandomQueries {

    private static final List<RegionId> REGIONS =
            List.of(TestSalon.SHANGHAI, new RegionId(999_000), new RegionId(110_000), new RegionId(110_101));

    private final Random random;
    private final List<ScannedRow> rows;
    private final Instant now;

    RandomQueries(long seed, List<ScannedRow> rows, Instant now) {
        this.random = new Random(seed);
        this.rows = rows;
        this.now = now;
    }

    Query next() {
        return chance(10) ? near(question()) : question();
    }

    /** The same in words: beside a landmark of Shanghai's. */
    private Query near(Query query) {
        var landmark = one(ScannedMeaning.LANDMARKS);
        var text = random.nextBoolean()
                ? query.text() + " near " + landmark.name().en()
                : landmark.name().zh() + (random.nextBoolean() ? "附近的" : "附近") + query.text();
        return Query.ALL
                .in(TestSalon.SHANGHAI)
                .named(text.strip(), 1 + random.nextInt(40))
                .sorted(one(List.of(Sort.values())), Query.USUAL);
    }

    private Query question() {
        var near = chance(2) ? somewhere() : null;
        var sorts = near == null ? List.of(Sort.BEST, Sort.PRICE, Sort.RATING, Sort.SOONEST) : List.of(Sort.values());
        return new Query(
                perhaps(3, () -> one(REGIONS)),
                chance(6) ? some(2, () -> one(rows).place().region()) : Set.of(),
                perhaps(20, () -> one(rows).place().id()),
                chance(2) ? words() : "",
                chance(4) ? some(2, () -> one(List.of("hair-and-beauty", "restaurants", "hotels"))) : Set.of(),
                near,
                near != null && chance(2) ? 1 + random.nextInt(3_000) : null,
                perhaps(5, this::window),
                perhaps(6, () -> 100L * random.nextInt(200)),
                perhaps(6, () -> 100L * (200 + random.nextInt(400))),
                chance(6) ? some(2, this::range) : Set.of(),
                perhaps(6, () -> 1 + random.nextInt(8) / 2.0),
                attributes(),
                one(sorts),
                chance(2) ? 1 + random.nextInt(30) : Query.MOST,
                null);
    }

    /** A word, a part of a Chinese one, or two of them, of some row. */
    private String words() {
        var texts = one(rows).text().all();
        var words = new ArrayList<String>();
        for (int i = 0; i < 1 + random.nextInt(2); i++) {
            var text = one(texts);
            var parts = text.split("\\s+");
            var part = parts[random.nextInt(parts.length)];
            var from = part.codePoints().anyMatch(Character::isIdeographic) ? random.nextInt(part.length()) : 0;
            words.add(typed(part.substring(from, Math.min(part.length(), from + 2 + random.nextInt(6)))));
        }
        return String.join(" ", words);
    }

    /** As it is, by its sound, by its initials, or with a slip. */
    private String typed(String word) {
        return switch (random.nextInt(6)) {
            case 0 -> sounding(word, false);
            case 1 -> sounding(word, true);
            case 2, 3 -> slipped(word);
            default -> word;
        };
    }

    private String sounding(String word, boolean initials) {
        var sound = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            var readings = List.copyOf(new TreeSet<>(Readings.of(word.charAt(i))));
            if (!readings.isEmpty()) {
                var reading = one(readings);
                sound.append(initials ? reading.substring(0, 1) : reading);
            }
        }
        var cut = initials || sound.length() < 4 || chance(2) ? sound.length() : sound.length() - 1;
        return sound.isEmpty() ? word : sound.substring(0, cut);
    }

    private String slipped(String word) {
        if (word.length() < 4) {
            return word;
        }
        var at = 1 + random.nextInt(word.length() - 2);
        var letter = (char) ('a' + random.nextInt(26));
        return switch (random.nextInt(4)) {
            case 0 -> word.substring(0, at) + word.substring(at + 1);
            case 1 -> word.substring(0, at) + letter + word.substring(at);
            case 2 -> word.substring(0, at) + letter + word.substring(at + 1);
            default -> word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
        };
    }

    private TimeSpan window() {
        var start = now.plus(Duration.ofMinutes(15L * random.nextInt(96 * 3)));
        return TimeSpan.of(start, Duration.ofMinutes(30L + 30 * random.nextInt(8)));
    }

    private PriceRange range() {
        var from = 1_000L * random.nextInt(40);
        return new PriceRange(from, chance(4) ? null : from + 1_000L * random.nextInt(20));
    }

    private Map<String, List<AttributeFilter>> attributes() {
        var filters = new HashMap<String, List<AttributeFilter>>();
        for (int i = random.nextInt(3) - random.nextInt(2); i > 0; i--) {
            switch (random.nextInt(7)) {
                case 0 -> filters.put("services", List.of(new AttributeFilter.OneOf(Set.of("cut", "perm"))));
                case 1 ->
                    filters.put("hair-and-beauty.services", List.of(new AttributeFilter.All(Set.of("cut", "wash"))));
                case 2 -> filters.put("quiet", List.of(new AttributeFilter.OneOf(Set.of("true"))));
                case 3 -> filters.put("stepFree", List.of(new AttributeFilter.OneOf(Set.of("true"))));
                case 4 -> filters.put("hair-and-beauty.stepFree", List.of(new AttributeFilter.OneOf(Set.of("false"))));
                case 5 -> filters.put("cuisine", List.of(new AttributeFilter.OneOf(Set.of("sichuan", "home"))));
                default -> filters.put("experienceYears", bounds());
            }
        }
        return filters;
    }

    private List<AttributeFilter> bounds() {
        var least = new AttributeFilter.Min(BigDecimal.valueOf(random.nextInt(20)));
        var most = new AttributeFilter.Max(BigDecimal.valueOf(10 + random.nextInt(30)));
        return switch (random.nextInt(4)) {
            case 0 -> List.of(least);
            case 1 -> List.of(most);
            case 2 -> List.of(least, most);
            default -> List.of(new AttributeFilter.OneOf(some(6, () -> "" + random.nextInt(40))));
        };
    }

    private Point somewhere() {
        return new Point(30.27 + random.nextGaussian() / 100, 119.72 + random.nextGaussian() / 100);
    }

    private <T> Set<T> some(int most, Supplier<T> one) {
        return IntStream.rangeClosed(0, random.nextInt(most))
                .mapToObj(i -> one.get())
                .collect(Collectors.toSet());
    }

    private <T> @Nullable T perhaps(int in, Supplier<T> one) {
        return chance(in) ? one.get() : null;
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private boolean chance(int in) {
        return random.nextInt(in) == 0;
    }
}
