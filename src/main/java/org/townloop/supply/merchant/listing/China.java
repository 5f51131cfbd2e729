package org.townloop.supply.merchant.listing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.townloop.base.kernel.Point;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.kernel.Words;
import org.townloop.base.region.NewRegion;
import org.townloop.base.region.Region;
import org.townloop.base.region.Shares;

/** All divisions of China down to the county, from {@code regions/cn} on the class path, read when first asked for. */
final class China {

    static final NewRegion COUNTRY = new NewRegion(
            new RegionId(1),
            null,
            Region.Kind.COUNTRY,
            "cn",
            Words.of("China", "中国"),
            ZoneId.of("Asia/Shanghai"),
            Currency.getInstance("CNY"),
            List.of("zh-CN", "en"),
            new Point(35.0, 105.0),
            "中",
            new Shares(500, 0, null));

    private China() {}

    /** The division and all above it, the country first; empty if there is no such code. */
    static List<NewRegion> chain(int code) {
        var division = Table.DIVISIONS.get(code);
        return division == null ? List.of() : chain(division);
    }

    /** The division, which may be one that is not in the table yet, and all above it, the country first. */
    static List<NewRegion> chain(Division division) {
        var chain = new ArrayList<NewRegion>();
        chain.add(COUNTRY);
        for (var above : List.of(division.province(), division.prefecture())) {
            var parent = Table.DIVISIONS.get(above);
            if (above != division.code() && parent != null && !parent.isFiller()) {
                chain.add(parent.under(chain.getLast().id()));
            }
        }
        chain.add(division.under(chain.getLast().id()));
        return chain;
    }

    /** The division of that code under the name that a file gives it. */
    static Division divisionOf(String digits, String name) {
        var known = Table.DIVISIONS.get(Division.of(digits, name, null).code());
        return Division.of(digits, name, known == null ? null : known.english());
    }

    private static final class Table {

        static final Map<Integer, Division> DIVISIONS = read();

        private static Map<Integer, Division> read() {
            var english = new HashMap<String, String>();
            DivisionFile.parse(shipped("names_en.csv")).rows().forEach(row -> english.put(row.code(), row.name()));
            var divisions = new LinkedHashMap<Integer, Division>();
            for (var file : List.of("provinces.csv", "cities.csv", "areas.csv")) {
                for (var row : DivisionFile.parse(shipped(file)).rows()) {
                    var division = Division.of(row.code(), row.name(), english.get(row.code()));
                    divisions.put(division.code(), division);
                }
            }
            return divisions;
        }
    }

    private static SourceText shipped(String file) {
        try (var input = new ClassPathResource("regions/cn/" + file).getInputStream()) {
            return SourceText.of(file, input.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
