package org.townloop.surface.page;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.townloop.base.kernel.TownAddress;

/** Whole addresses of our pages, for whoever takes them along: to a gateway, or on a piece of paper. */
@Component
public class Addresses {

    private final TownAddress town;

    Addresses(TownAddress town) {
        this.town = town;
    }

    /**
     * Where the town says that it is found; if it says nothing, as the browser came here.
     *
     * @param path begins with a slash
     */
    public String of(String path) {
        return town.isSaid()
                ? town.of(path).toString()
                : ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path(path)
                        .toUriString();
    }
}
