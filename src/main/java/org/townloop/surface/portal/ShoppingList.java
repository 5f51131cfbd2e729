package org.townloop.surface.portal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.kernel.Site;
import org.townloop.loop.checkout.HoldOrder;
import org.townloop.loop.checkout.Substitution;
import org.townloop.supply.offer.OfferId;
import org.townloop.surface.page.Typed;

/**
 * What stands in the form of a shopping list: {@code q.} and an offer's id is how many of it are wanted, {@code s.} and its
 * id what is to be done if it is missing.
 */
record ShoppingList(Map<String, List<String>> typed) {

    static final String QUANTITY = "q.";
    static final String WISH = "s.";

    /** How many of it, as it was typed. */
    String typed(OfferId offer) {
        return Typed.text(typed, QUANTITY + offer.value());
    }

    /** 0 if none; less if what was typed is no number. */
    int quantity(OfferId offer) {
        var text = typed(offer);
        return text.isEmpty() ? 0 : text.matches("\\p{Nd}{1,4}") ? Integer.parseInt(text) : -1;
    }

    /** All that are wanted, in the order in which they stand in the form. */
    List<OfferId> chosen() {
        return typed.keySet().stream()
                .filter(name -> name.startsWith(QUANTITY))
                .map(name -> name.substring(QUANTITY.length()))
                .flatMap(id -> Typed.id(id).stream())
                .filter(RegionId::isIn)
                .map(OfferId::new)
                .filter(id -> quantity(id) != 0)
                .toList();
    }

    /** What is looked for among the articles. */
    String looked() {
        return Typed.text(typed, "find").toLowerCase(Locale.ROOT);
    }

    /** @param brings whether it can be brought at all, @param lets whether it can be fetched */
    boolean isFetched(boolean brings, boolean lets) {
        return lets && (!brings || Typed.text(typed, "how").equals("fetch"));
    }

    /** Where to; nothing as long as nobody said. */
    Optional<Site> site() {
        var point = Doors.point(typed, "");
        var address = Typed.text(typed, "address");
        return point == null || address.isEmpty() ? Optional.empty() : Optional.of(new Site(address, point));
    }

    String phone() {
        return Typed.text(typed, "phone");
    }

    /** What is to be done about an article that is missing: its own wish, or that for all. */
    String wish(OfferId offer) {
        var own = Typed.text(typed, WISH + offer.value());
        return Substitution.of(own).isPresent() ? own : "";
    }

    String usualWish() {
        return Substitution.of(Typed.text(typed, "missing"))
                .orElse(Substitution.SIMILAR)
                .code();
    }

    /** What is to be held. */
    List<HoldOrder> wishes(@Nullable Site site) {
        var start = Typed.moment(Typed.text(typed, "slotStart")).orElse(null);
        var wishes = new ArrayList<HoldOrder>();
        for (var offer : chosen()) {
            var answers = new HashMap<String, String>();
            answers.put(Substitution.ANSWER, wish(offer).isEmpty() ? usualWish() : wish(offer));
            if (wishes.isEmpty() && !phone().isEmpty()) {
                answers.put(Substitution.PHONE, phone());
            }
            wishes.add(new HoldOrder(offer, start, null, quantity(offer), site, answers));
        }
        return wishes;
    }
}
