package org.townloop.surface.portal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Point;
import org.townloop.base.kernel.Reason;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.Site;
import org.townloop.base.kernel.Written;
import org.townloop.loop.checkout.CheckoutReason;
import org.townloop.loop.ordering.Sites;
import org.townloop.surface.page.Landmarks;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.PointPicker;
import org.townloop.surface.page.Typed;

/** Reads where a door is, of the fields of a form: an address, and what its point comes from. */
@Component
class Doors {

    private static final int REMEMBERED = 4;
    private static final int LONGEST_PHONE = 40;

    private final Sites sites;
    private final Landmarks landmarks;

    Doors(Sites sites, Landmarks landmarks) {
        this.sites = sites;
        this.landmarks = landmarks;
    }

    /**
     * What was sent, with the point that it comes to: that of a remembered address, that of a landmark or street, that
     * which was tapped on the map, or that which was found by the telephone.
     *
     * @param prefix of the fields, where there are several doors
     */
    Map<String, List<String>> read(Page page, Map<String, List<String>> sent, String prefix) {
        var typed = new LinkedHashMap<>(sent);
        read(page, PointPicker.part(sent, prefix)).forEach((name, values) -> typed.put(prefix + name, values));
        return typed;
    }

    private Map<String, List<String>> read(Page page, Map<String, List<String>> sent) {
        var typed = new LinkedHashMap<>(sent);
        var known = remembered(page);
        var chosen = Typed.text(sent, "remembered");
        if (chosen.matches("[0-9]") && Integer.parseInt(chosen) < known.size()) {
            var site = known.get(Integer.parseInt(chosen));
            typed.put("address", List.of(site.address()));
            put(typed, site.point());
            return typed;
        }
        if (PointPicker.wasTapped(sent)) {
            var tapped = PointPicker.read(sent, null, page.region().centre()).point();
            if (tapped != null) {
                put(typed, tapped);
            }
            return typed;
        }
        landmarks.point(page.region().id(), Typed.text(sent, "landmark")).ifPresent(middle -> put(typed, middle));
        return typed;
    }

    /** Those at which the resident was visited last, each once; nobody else's. */
    List<Site> remembered(Page page) {
        var actor = page.actor();
        return actor == null ? List.of() : sites.of(actor.person(), REMEMBERED);
    }

    private static void put(Map<String, List<String>> typed, Point point) {
        typed.put("lat", List.of(PointPicker.degrees(point.lat())));
        typed.put("lon", List.of(PointPicker.degrees(point.lon())));
        typed.put("landmark", List.of(""));
    }

    /**
     * What is wrong with a door before anything is asked of the calendar; null if nothing is.
     *
     * @param prefix of its fields; refusals name the one without a prefix as the API does, site
     * @param unplaced said if nobody knows where the address is
     */
    static @Nullable Refusal wrong(Map<String, List<String>> typed, String prefix, Reason unplaced) {
        var address = Typed.text(typed, prefix + "address");
        if (address.isEmpty() || address.length() > Site.LONGEST_ADDRESS) {
            return Refusal.of(
                    CheckoutReason.ADDRESS_INVALID,
                    prefix.isEmpty() ? "site.address" : prefix + "address",
                    Map.of("max", Site.LONGEST_ADDRESS));
        }
        return point(typed, prefix) == null ? Refusal.of(unplaced, prefix + "point") : null;
    }

    /** What is wrong with the telephone of whoever opens; null if nothing is. */
    static @Nullable Refusal wrongPhone(Map<String, List<String>> typed) {
        var phone = Typed.text(typed, "phone");
        if (phone.length() > LONGEST_PHONE) {
            return Refusal.of(CheckoutReason.PHONE_TOO_LONG, "answers.phone", Map.of("max", LONGEST_PHONE));
        }
        return phone.isEmpty() || Written.isTelephone(phone)
                ? null
                : Refusal.of(CheckoutReason.PHONE_TOO_SHORT, "answers.phone", Map.of("min", Written.FEWEST_DIGITS));
    }

    /** Null until it is known. */
    static @Nullable Point point(Map<String, List<String>> typed, String prefix) {
        return PointPicker.read(
                        Map.of(
                                "lat",
                                List.of(Typed.text(typed, prefix + "lat")),
                                "lon",
                                List.of(Typed.text(typed, prefix + "lon"))),
                        null,
                        null)
                .point();
    }
}
