package org.townloop.launch.demo;

import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.kernel.Words;
import org.townloop.base.region.NewRegion;
import org.townloop.base.region.Region;
import org.townloop.base.region.Shares;
import tools.jackson.databind.json.JsonMapper;

/** The regions of the demo town and their maps. */
final class Land {

    private static final RegionId CHINA = new RegionId(1);
    private static final int PLATFORM = 500;
    private static final int PARTNER = 200;

    private Land() {}

    /** Willow Creek has a partner; its neighbour is still looking for one. */
    static Map<RegionId, Shares> shares(Resident partner) {
        return Map.of(
                County.WILLOW_CREEK.region(), new Shares(PLATFORM, PARTNER, partner.id()),
                County.STONE_BRIDGE.region(), new Shares(PLATFORM, 0, null));
    }

    static List<NewRegion> regions(Map<RegionId, Shares> shares) {
        return List.of(
                new NewRegion(
                        CHINA,
                        null,
                        Region.Kind.COUNTRY,
                        "cn",
                        Words.of("China", "中国"),
                        ZoneId.of("Asia/Shanghai"),
                        Currency.getInstance("CNY"),
                        List.of("zh-CN", "en"),
                        null,
                        null,
                        new Shares(PLATFORM, 0, null)),
                NewRegion.under(
                        CHINA, SignIns.RIVERLANDS, Region.Kind.PREFECTURE, "riverlands", Words.of("Riverlands", "江洲")),
                county(County.WILLOW_CREEK, shares.get(County.WILLOW_CREEK.region())),
                county(County.STONE_BRIDGE, shares.get(County.STONE_BRIDGE.region())));
    }

    static CopyTable features(JsonMapper json) {
        var features = new CopyTable("region.feature", "region_id, id, kind, name, points");
        for (var county : County.BOTH) {
            for (int i = 0; i < county.shapes().size(); i++) {
                var shape = county.shapes().get(i);
                features.row(
                        county.region().number(),
                        i + 1,
                        shape.kind(),
                        json.writeValueAsString(shape.name()),
                        points(county, shape));
            }
        }
        return features;
    }

    private static NewRegion county(County county, @Nullable Shares shares) {
        return new NewRegion(
                county.region(),
                SignIns.RIVERLANDS,
                Region.Kind.COUNTY,
                county.code(),
                county.name(),
                null,
                null,
                List.of(),
                county.centre(),
                county.seal(),
                shares);
    }

    private static double[] points(County county, County.Shape shape) {
        var points = new double[shape.metres().length];
        for (int i = 0; i < points.length; i += 2) {
            var point = county.at(shape.metres()[i], shape.metres()[i + 1]);
            points[i] = point.lat();
            points[i + 1] = point.lon();
        }
        return points;
    }
}
