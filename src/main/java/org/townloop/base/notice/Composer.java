package org.townloop.base.notice;

import com.ibm.icu.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.People;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.TownAddress;
import org.townloop.base.region.Region;
import org.townloop.base.region.Regions;

/** Puts letters into words: the operator's, or those that were shipped. */
@Component
class Composer {

    private static final Logger LOG = LoggerFactory.getLogger(Composer.class);

    private final Templates templates;
    private final ShippedDrafts shipped;
    private final People people;
    private final Regions regions;
    private final SealedPaths sealedPaths;
    private final TownAddress address;

    Composer(
            Templates templates,
            ShippedDrafts shipped,
            People people,
            Regions regions,
            SealedPaths sealedPaths,
            TownAddress address) {
        this.sealedPaths = sealedPaths;
        this.templates = templates;
        this.shipped = shipped;
        this.people = people;
        this.regions = regions;
        this.address = address;
    }

    Composed words(Delivery delivery) {
        var region = regions.get(delivery.region());
        var said = facts(delivery, region);
        var draft = templates.current(region.id(), delivery.letter(), delivery.language());
        try {
            return words(draft, delivery.language(), said);
        } catch (IllegalArgumentException e) {
            LOG.error(
                    "the template of {} in {} cannot be filled in; the shipped one is used",
                    delivery.letter(),
                    region.code());
            return words(shipped.of(delivery.letter(), delivery.language()), delivery.language(), said);
        }
    }

    private Map<String, Object> facts(Delivery delivery, Region region) {
        var link = address.of(path(delivery)).toString();
        return new FactWords(delivery.language(), region).of(delivery.facts(), name(delivery.person()), link);
    }

    private String path(Delivery delivery) {
        return delivery.facts().get(SealedPaths.FACT) instanceof String sealed
                ? sealedPaths.open(sealed).orElseGet(delivery::path)
                : delivery.path();
    }

    private String name(@Nullable UUID id) {
        if (id == null) {
            return "";
        }
        var person = people.get(List.of(new PersonId(id))).get(new PersonId(id));
        return person == null ? "" : person.name();
    }

    /** @throws IllegalArgumentException if a message is none */
    static Composed words(Draft draft, Locale language, Map<String, Object> facts) {
        return new Composed(
                oneLine(fill(draft.title(), language, facts)),
                fill(draft.brief(), language, facts).strip(),
                fill(draft.full(), language, facts).strip());
    }

    private static String fill(String pattern, Locale language, Map<String, Object> facts) {
        return new MessageFormat(pattern, language).format(facts);
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }
}
