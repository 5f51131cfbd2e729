package org.townloop.surface.office;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.townloop.supply.pack.Attribute;
import org.townloop.supply.pack.Mode;
import org.townloop.supply.pack.Pack;
import org.townloop.supply.pack.Practice;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.PatternDrawing;

/**
 * A pack as merchants and residents will see it.
 *
 * @param facts the words of the trade
 * @param complaints each with the step that it usually concerns
 */
record PackSheet(
        String name,
        String summary,
        PatternDrawing picture,
        List<Fact> facts,
        List<Way> ways,
        List<Field> fields,
        List<String> questions,
        List<String> checks,
        List<String> steps,
        List<Fact> complaints,
        List<String> synonyms) {

    record Fact(String label, String value) {}

    /** A mode with its policies. */
    record Way(String label, List<String> policies) {}

    /** @param says its type or its choices */
    record Field(String label, String says, boolean facet, boolean required, List<String> statedBy) {}

    static PackSheet of(Page page, Pack pack) {
        var comma = page.text("portal.comma");
        var practice = pack.practice();
        return new PackSheet(
                page.say(pack.name()),
                page.say(pack.summary()),
                new PatternDrawing(pack.pattern(), page.say(pack.name())),
                facts(page, pack, comma),
                pack.modes().stream().map(mode -> way(page, mode)).toList(),
                pack.attributes().stream()
                        .map(attribute -> field(page, pack, attribute, comma))
                        .toList(),
                practice.questions().stream()
                        .map(question -> page.say(question.label()))
                        .toList(),
                practice.checks().stream()
                        .map(check -> page.say(check.refusal()) + " (" + check.require() + ")")
                        .toList(),
                practice.standard().stream().map(step -> page.say(step.label())).toList(),
                practice.complaints().stream()
                        .map(complaint -> new Fact(page.say(complaint.label()), step(page, practice, complaint)))
                        .toList(),
                pack.synonyms().stream().map(group -> String.join(comma, group)).toList());
    }

    private static List<Fact> facts(Page page, Pack pack, String comma) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(page.text("office.pack.unit"), page.say(pack.unitWord())));
        facts.add(new Fact(page.text("office.pack.staff"), page.say(pack.staffWord())));
        if (!pack.resourceKinds().isEmpty()) {
            facts.add(new Fact(
                    page.text("office.pack.resources"),
                    pack.resourceKinds().stream()
                            .map(kind -> page.say(kind.label()))
                            .collect(Collectors.joining(comma))));
        }
        return facts;
    }

    private static Way way(Page page, Mode mode) {
        var policies = new ArrayList<String>();
        policies.add(page.say(mode.cancellation().inWords()));
        var noShow = mode.noShow();
        if (noShow != null) {
            policies.add(page.say(noShow.inWords()));
        }
        var deposit = mode.deposit();
        if (deposit != null) {
            policies.add(page.text(
                    "office.pack.deposit", "least", deposit.least(), "usual", deposit.usual(), "most", deposit.most()));
        }
        return new Way(page.say(mode.label()), policies);
    }

    private static Field field(Page page, Pack pack, Attribute attribute, String comma) {
        var unit = attribute.unit();
        var says = switch (attribute.type()) {
            case FLAG, TEXT, NUMBER ->
                page.text("office.pack.type." + attribute.type().name().toLowerCase(Locale.ROOT))
                        + (unit == null ? "" : ", " + page.say(unit));
            case CHOICE, CHOICES ->
                attribute.choices().stream()
                        .map(choice -> page.say(choice.label()))
                        .collect(Collectors.joining(comma));
        };
        return new Field(
                page.say(attribute.label()),
                says,
                attribute.facet(),
                pack.schema()
                        .path("required")
                        .valueStream()
                        .anyMatch(key -> key.asString().equals(attribute.key())),
                attribute.statedBy().stream()
                        .sorted()
                        .map(who -> page.text("office.pack.by." + who.name().toLowerCase(Locale.ROOT)))
                        .toList());
    }

    private static String step(Page page, Practice practice, Practice.Complaint complaint) {
        return practice.standard().stream()
                .filter(step -> step.key().equals(complaint.step()))
                .findFirst()
                .map(step -> page.say(step.label()))
                .orElse("");
    }
}
