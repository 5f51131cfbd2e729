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
            words.add(part.substring(from, Math.min(part.length(), from + 2 + random.nextInt(6))));
        }
        return String.join(" ", words);
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
