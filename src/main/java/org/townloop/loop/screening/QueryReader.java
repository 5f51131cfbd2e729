package org.townloop.loop.screening;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Point;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.region.Region;
import org.townloop.base.region.Regions;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.TimeSpan;

/** Reads a query from named texts, as they stand in an address or a form. */
@Component
public class QueryReader {

    private final Regions regions;
    private final AttributeReader attributes;

    QueryReader(Regions regions, AttributeReader attributes) {
        this.regions = regions;
        this.attributes = attributes;
    }

    /**
     * Understands the language of docs/searching.md: {@code region} and {@code district} (number or code), {@code place},
     * {@code q}, {@code pack}, {@code near=lat,lon}, {@code within} (metres), {@code open=START/DURATION}, {@code
     * priceMin}, {@code priceMax}, {@code price=FROM-TO} (minor units), {@code ratingMin}, {@code
     * attr.[PACK.]KEY[.min|.max|.all]}, {@code sort}, {@code limit} and {@code cursor}; blank ones count as not given,
     * several values as "one of these". Others are left alone.
     *
     * @return the query, or the first parameter that is wrong
     */
    public Outcome<Query> read(Map<String, List<String>> named) {
        var parameters = new Parameters(named);
        var sort = parameters.read("sort", ScreeningReason.SORT_UNKNOWN, QueryReader::sort);
        var limit = parameters.read(
                "limit", ScreeningReason.LIMIT_OUT_OF_RANGE, Map.of("max", Query.MOST), Integer::valueOf);
        var cursor = parameters.text("cursor");
        var query = new Query(
                parameters.read("region", ScreeningReason.REGION_UNKNOWN, this::region),
                parameters.readAll("district", ScreeningReason.REGION_UNKNOWN, this::region),
                parameters.read("place", ScreeningReason.PLACE_UNREADABLE, QueryReader::place),
                parameters.text("q"),
                parameters.values("pack"),
                parameters.read("near", ScreeningReason.NEAR_UNREADABLE, QueryReader::point),
                parameters.read(
                        "within",
                        ScreeningReason.WITHIN_OUT_OF_RANGE,
                        Map.of("max", QueryRules.FARTHEST_METRES),
                        Integer::valueOf),
                parameters.read("open", ScreeningReason.OPEN_UNREADABLE, QueryReader::span),
                parameters.read("priceMin", ScreeningReason.PRICE_BOUND_UNREADABLE, Long::valueOf),
                parameters.read("priceMax", ScreeningReason.PRICE_BOUND_UNREADABLE, Long::valueOf),
                parameters.readAll("price", ScreeningReason.PRICES_UNREADABLE, PriceRange::of),
                parameters.read("ratingMin", ScreeningReason.RATING_MIN_OUT_OF_RANGE, Double::valueOf),
                attributes.read(parameters),
                sort == null ? Sort.BEST : sort,
                limit == null ? Query.USUAL : limit,
                cursor.isEmpty() ? null : cursor);
        var refusal = parameters.refusal();
        return refusal == null ? Outcome.done(query) : Outcome.refused(refusal);
    }

    private @Nullable RegionId region(String text) {
        return regions.byCode(text)
                .or(() -> text.matches("\\d{1,8}")
                        ? regions.find(new RegionId(Integer.parseInt(text)))
                        : Optional.empty())
                .map(Region::id)
                .orElse(null);
    }

    private static @Nullable PlaceId place(String text) {
        var id = UUID.fromString(text);
        return RegionId.isIn(id) ? new PlaceId(id) : null;
    }

    private static @Nullable Point point(String text) {
        var parts = text.split(",", -1);
        return parts.length == 2
                ? new Point(Double.parseDouble(parts[0].strip()), Double.parseDouble(parts[1].strip()))
                : null;
    }

    /** In an address a plus that was not escaped arrives as a space. */
    private static @Nullable TimeSpan span(String text) {
        var parts = text.replace(' ', '+').split("/", -1);
        return parts.length == 2
                ? TimeSpan.of(OffsetDateTime.parse(parts[0]).toInstant(), Duration.parse(parts[1]))
                : null;
    }

    private static Sort sort(String text) {
        return Sort.valueOf(text.toUpperCase(Locale.ROOT));
    }
}
