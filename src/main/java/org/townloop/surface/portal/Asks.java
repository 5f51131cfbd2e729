package org.townloop.surface.portal;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.townloop.base.region.Feature;
import org.townloop.base.region.Regions;
import org.townloop.surface.page.Page;

/** Makes the search bar of a page. */
@Component
class Asks {

    private final Regions regions;

    Asks(Regions regions) {
        this.regions = regions;
    }

    Ask empty(Page page) {
        return of(page, new SearchAddress(Map.of()));
    }

    Ask of(Page page, SearchAddress address) {
        return new Ask(address.first("q"), address.first("where"), address.first("when"), landmarks(page));
    }

    private List<String> landmarks(Page page) {
        return regions.features(page.region().id()).stream()
                .filter(feature -> feature.kind() == Feature.Kind.LANDMARK)
                .map(feature -> page.say(feature.name()))
                .toList();
    }
}
