package org.townloop.surface.desk;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.Words;
import org.townloop.base.region.Regions;
import org.townloop.supply.merchant.Places;
import org.townloop.supply.merchant.Staff;
import org.townloop.supply.offer.NewOffer;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferReason;
import org.townloop.supply.pack.Mode;
import org.townloop.supply.pack.Pack;
import org.townloop.supply.pack.PackId;
import org.townloop.supply.pack.Packs;
import org.townloop.surface.page.Form;

/** Makes forms of offers, empty ones, suggested ones and those of offers that are there. */
@Component
class OfferForms {

    private final Places places;
    private final Packs packs;
    private final Regions regions;
    private final Suggestions suggestions;

    OfferForms(Places places, Packs packs, Regions regions, Suggestions suggestions) {
        this.places = places;
        this.packs = packs;
        this.regions = regions;
        this.suggestions = suggestions;
    }

    /**
     * @param from the suggestion to begin with, or anything else for none
     * @param mode the key of the pack's mode; the usual one if there is none of that name
     */
    OfferView blank(Desk desk, String from, @Nullable String mode, boolean start) {
        var before = new LinkedHashMap<>(StayForm.usual(mode(desk, mode).booking()));
        before.putAll(blank(desk));
        before.putAll(suggestions.fields(desk, from));
        before.put("mode", List.of(mode(desk, mode).key()));
        return view(desk, null, Form.EMPTY, before, start);
    }

    OfferView of(Desk desk, Offer offer) {
        return view(desk, offer, Form.EMPTY, fields(desk, offer), false);
    }

    /** The form as it was sent, with what is wrong. */
    OfferView again(Desk desk, @Nullable Offer offer, Form form, boolean start) {
        return view(desk, offer, form, Map.of(), start);
    }

    Outcome<NewOffer> read(Desk desk, Map<String, List<String>> typed, @Nullable Offer before) {
        var named = typed.getOrDefault("mode", List.of("")).getFirst();
        if (!named.isEmpty() && !mode(desk, named).key().equals(named)) {
            return Outcome.refused(Refusal.of(OfferReason.MODE_OF_OTHER_TRADE, "mode"));
        }
        var region = regions.get(desk.place().region());
        return new OfferForm(desk.place().id(), pack(desk), mode(desk, typed), region.currency(), typed)
                .read(before == null ? null : before.id());
    }

    private OfferView view(
            Desk desk, @Nullable Offer offer, Form form, Map<String, List<String>> before, boolean start) {
        var fields = form.untouched() ? before : form.typed();
        return new OfferView(
                desk,
                new Form(fields, form.refusal()),
                offer == null ? null : offer.id().value().toString(),
                offer == null ? 0 : offer.version(),
                pack(desk),
                mode(desk, fields),
                places.staff(desk.place().id()),
                places.resources(desk.place().id()),
                regions.get(desk.place().region())
                        .currency()
                        .getDisplayName(desk.page().locale()),
                start);
    }

    private Mode mode(Desk desk, Map<String, List<String>> fields) {
        return mode(desk, fields.getOrDefault("mode", List.of("")).getFirst());
    }

    private Mode mode(Desk desk, @Nullable String key) {
        var pack = pack(desk);
        return pack.modes().stream()
                .filter(mode -> mode.key().equals(key))
                .findFirst()
                .orElse(pack.usualMode());
    }

    private Pack pack(Desk desk) {
        return packs.current(new PackId(desk.place().trade()));
    }

    /** Everybody does it, until somebody says otherwise. */
    private Map<String, List<String>> blank(Desk desk) {
        var fields = new LinkedHashMap<String, List<String>>();
        fields.put("minutes", List.of("60"));
        ArrangementFields.putUsual(fields);
        AtShopForm.putUsual(fields);
        fields.put("active", List.of("yes"));
        fields.put(
                "staff",
                places.staff(desk.place().id()).stream().map(OfferForms::id).toList());
        var kinds = pack(desk).resourceKinds();
        var there = places.resources(desk.place().id()).stream()
                .map(thing -> thing.kind())
                .collect(Collectors.toSet());
        kinds.stream()
                .filter(kind -> there.contains(kind.key()))
                .findFirst()
                .ifPresent(kind -> fields.put("resource", List.of(kind.key())));
        return fields;
    }

    private Map<String, List<String>> fields(Desk desk, Offer offer) {
        var fields = new LinkedHashMap<String, List<String>>();
        fields.put("mode", List.of(offer.mode()));
        words(fields, "title", offer.title());
        words(fields, "description", offer.description());
        fields.put(
                "price",
                List.of(BigDecimal.valueOf(offer.price().minor(), offer.price().exponent())
                        .stripTrailingZeros()
                        .toPlainString()));
        if (offer.deposit() != null) {
            fields.put("deposit", List.of(Integer.toString(offer.deposit().percent())));
        }
        AtShopForm.put(fields, offer.atShop(), offer.price());
        fields.put("minutes", List.of(Long.toString(offer.duration().toMinutes())));
        fields.put("before", List.of(Long.toString(offer.bufferBefore().toMinutes())));
        fields.put("after", List.of(Long.toString(offer.bufferAfter().toMinutes())));
        fields.put("resource", offer.resourceKind() == null ? List.of() : List.of(offer.resourceKind()));
        fields.put(
                "staff",
                offer.staff().stream().map(person -> person.value().toString()).toList());
        fields.put("active", offer.active() ? List.of("yes") : List.of());
        pack(desk)
                .attributes()
                .forEach(attribute -> fields.put(
                        AttributeFields.name(attribute), AttributeFields.values(offer.attributes(), attribute)));
        ArrangementFields.put(fields, offer, desk.page().locale());
        return fields;
    }

    static void words(Map<String, List<String>> fields, String name, Words words) {
        var en = words.en();
        var zh = words.zh();
        fields.put(name + "En", en == null ? List.of() : List.of(en));
        fields.put(name + "Zh", zh == null ? List.of() : List.of(zh));
    }

    private static String id(Staff staff) {
        return staff.id().value().toString();
    }
}
