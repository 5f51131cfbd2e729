package org.townloop.supply.merchant.listing;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Point;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.kernel.Words;
import org.townloop.base.region.NewRegion;
import org.townloop.base.region.Region;
import org.townloop.base.region.Regions;
import org.townloop.base.region.Shares;

/** The regions that imported places are in, made when they are first needed. */
@Component
class ImportedRegions {

    private static final NewRegion UNITED_STATES = new NewRegion(
            new RegionId(840_000),
            null,
            Region.Kind.COUNTRY,
            "us",
            Words.of("United States", "美国"),
            ZoneId.of("America/New_York"),
            Currency.getInstance("USD"),
            List.of("en", "zh-CN"),
            new Point(39.8, -98.6),
            "美",
            new Shares(500, 0, null));

    private static final NewRegion WASHINGTON = new NewRegion(
            new RegionId(840_011),
            UNITED_STATES.id(),
            Region.Kind.COUNTY,
            "us-dc",
            Words.of("Washington, D.C.", "华盛顿"),
            null,
            null,
            List.of(),
            new Point(38.9072, -77.0369),
            "华",
            null);

    private final Regions regions;

    ImportedRegions(Regions regions) {
        this.regions = regions;
    }

    /** The region of that code or number, made if it is one that can be made. */
    Optional<Region> find(String codeOrNumber) {
        var text = codeOrNumber.strip();
        var known = regions.byCode(text);
        if (known.isPresent()) {
            return known;
        }
        if (text.equals(WASHINGTON.code()) || text.equals(UNITED_STATES.code())) {
            regions.ensureAll(List.of(UNITED_STATES, WASHINGTON));
            return regions.byCode(text);
        }
        return text.matches("\\d{1,8}") ? numbered(Integer.parseInt(text)) : Optional.empty();
    }

    private Optional<Region> numbered(int number) {
        if (number < 1 || number > 0xFF_FFFF) {
            return Optional.empty();
        }
        regions.ensureAll(China.chain(number));
        return regions.find(new RegionId(number));
    }

    /** Makes the divisions and what is above them. @return how many there were not before */
    int ensure(List<DivisionFile.Row> rows) {
        var before = regions.all().size();
        var wanted = new ArrayList<NewRegion>();
        rows.stream()
                .map(row -> China.divisionOf(row.code(), row.name()))
                .filter(division -> !division.isFiller())
                .forEach(division -> wanted.addAll(China.chain(division)));
        regions.ensureAll(wanted.stream().distinct().toList());
        return regions.all().size() - before;
    }
}
