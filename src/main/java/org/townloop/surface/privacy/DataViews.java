package org.townloop.surface.privacy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Consents;
import org.townloop.base.identity.Erasures;
import org.townloop.base.identity.Kept;
import org.townloop.base.identity.Obstacle;
import org.townloop.surface.page.Page;

/** Says in words what the modules say of themselves, so that the page cannot differ from what is done. */
@Component
class DataViews {

    private static final int DECISIONS = 20;

    private final Erasures erasures;
    private final Consents consents;

    DataViews(Erasures erasures, Consents consents) {
        this.erasures = erasures;
        this.consents = consents;
    }

    DataView of(Page page, Actor actor, DataView.Typed typed, @Nullable String refusal) {
        return new DataView(
                page,
                actor.name(),
                erasures.obstacles(actor.person()).stream()
                        .map(obstacle -> first(page, obstacle))
                        .toList(),
                names(page, Kept.Fate.GOES),
                erasures.kept().stream()
                        .filter(kept ->
                                kept.fate() == Kept.Fate.STAYS_NAMELESS || kept.fate() == Kept.Fate.STAYS_BY_LAW)
                        .map(Kept::what)
                        .distinct()
                        .map(what -> staying(page, what))
                        .toList(),
                consents.of(actor.person(), DECISIONS).stream()
                        .map(consent -> agreed(page, consent))
                        .toList(),
                typed,
                refusal);
    }

    private List<String> names(Page page, Kept.Fate fate) {
        return erasures.kept().stream()
                .filter(kept -> kept.fate() == fate)
                .map(Kept::what)
                .distinct()
                .map(what -> page.text("privacy.kept." + what))
                .toList();
    }

    private static DataView.First first(Page page, Obstacle obstacle) {
        return new DataView.First(
                page.refusal(obstacle.refusal()),
                obstacle.items().stream()
                        .map(item -> new DataView.Link(page.say(item.name()), item.path()))
                        .toList());
    }

    private static DataView.Staying staying(Page page, String what) {
        return new DataView.Staying(page.text("privacy.kept." + what), page.text("privacy.why." + what));
    }

    private static DataView.Agreed agreed(Page page, Consents.Consent consent) {
        return new DataView.Agreed(
                Subjects.words(page.texts(), consent.subject()),
                consent.version(),
                page.times().exact(consent.at()),
                consent.given());
    }
}
