package org.townloop.supply.merchant.listing;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.townloop.base.kernel.Words;

/** The data sets that places may come from. */
public final class Sources {

    public static final Source OPENSTREETMAP = new Source(
            "openstreetmap",
            Words.of("© OpenStreetMap contributors, ODbL 1.0", "© OpenStreetMap 贡献者，ODbL 1.0 许可"),
            "ODbL-1.0",
            "https://www.openstreetmap.org/copyright");

    public static final Source CROSSWOZ = new Source(
            "crosswoz",
            Words.of("Beijing venues: CrossWOZ, Apache-2.0", "北京场所信息：CrossWOZ，Apache-2.0 许可"),
            "Apache-2.0",
            "https://github.com/thu-coai/CrossWOZ");

    private static final List<Source> ALL = List.of(OPENSTREETMAP, CROSSWOZ);

    private Sources() {}

    public static Optional<Source> of(String id) {
        return ALL.stream().filter(source -> source.id().equals(id)).findFirst();
    }

    /** Whom to thank on a page that shows places of these sources; our own need no thanks. */
    public static List<Source> toThank(Collection<String> ids) {
        return ALL.stream().filter(source -> ids.contains(source.id())).toList();
    }
}
