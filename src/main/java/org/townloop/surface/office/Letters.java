package org.townloop.surface.office;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.People;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.notice.Channel;
import org.townloop.base.notice.DeliveryCounts;
import org.townloop.base.notice.Draft;
import org.townloop.base.notice.Letter;
import org.townloop.base.notice.Previews;
import org.townloop.base.notice.Templates;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Texts;

/** Makes the pages of letters. */
@Component
class Letters {

    private static final int DAYS = 7;
    private static final int VERSIONS_SHOWN = 20;

    private final Templates templates;
    private final Previews previews;
    private final DeliveryCounts counts;
    private final People people;

    Letters(Templates templates, Previews previews, DeliveryCounts counts, People people) {
        this.templates = templates;
        this.previews = previews;
        this.counts = counts;
        this.people = people;
    }

    LettersView all(Office office) {
        var page = office.page();
        var since = office.times().now().minus(Duration.ofDays(DAYS));
        var sent = templates.current(office.region().id(), Texts.LANGUAGES);
        return new LettersView(
                office,
                Arrays.stream(Letter.values())
                        .map(letter -> new LettersView.Row(
                                name(page, letter), texts(office, letter, sent.getOrDefault(letter, Map.of()))))
                        .toList(),
                DAYS,
                counts.since(since, office.within()).stream()
                        .map(went -> new LettersView.Sent(
                                channel(page, went.channel()),
                                went.queued(),
                                went.sent(),
                                went.failed(),
                                went.suppressed()))
                        .toList(),
                counts.troubles(since, office.within()).stream()
                        .map(trouble -> new LettersView.Trouble(
                                channel(page, trouble.channel()),
                                trouble.reason(),
                                trouble.count(),
                                office.times().ago(trouble.last())))
                        .toList());
    }

    /** @param tried what was typed; null: what is sent now */
    LetterView one(
            Office office,
            Letter letter,
            Locale language,
            @Nullable Draft tried,
            @Nullable Refusal refusal,
            boolean saved) {
        var region = office.region().id();
        var draft = tried == null ? templates.current(region, letter, language) : tried;
        var outcome = previews.of(region, letter, language, draft);
        var fault =
                refusal == null && outcome instanceof Outcome.Refused<Previews.Preview>(var found) ? found : refusal;
        return new LetterView(
                office,
                name(office.page(), letter),
                languageName(office.page(), language),
                language.toLanguageTag(),
                path(letter, language),
                letter.parameters().stream().map(each -> "{" + each + "}").collect(Collectors.joining(" ")),
                templates.isOwn(region, letter, language),
                draft,
                outcome instanceof Outcome.Done<Previews.Preview>(var preview) ? preview : null,
                fault == null ? null : office.page().refusal(fault),
                fault == null ? null : fault.field(),
                saved,
                versions(office, letter, language));
    }

    /** @throws Absent if there is no such letter */
    static Letter letter(String code) {
        return Arrays.stream(Letter.values())
                .filter(letter -> letter.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Absent("letter " + code));
    }

    /** @throws Absent if pages are not written in it */
    static Locale language(String tag) {
        return Texts.LANGUAGES.stream()
                .filter(language -> language.toLanguageTag().equals(tag))
                .findFirst()
                .orElseThrow(() -> new Absent("language " + tag));
    }

    static String path(Letter letter, Locale language) {
        return "/office/messages/" + letter.code() + "/" + language.toLanguageTag();
    }

    private static List<LettersView.Text> texts(Office office, Letter letter, Map<Locale, Templates.Sent> sent) {
        return Texts.LANGUAGES.stream()
                .map(language -> {
                    var text = Objects.requireNonNull(sent.get(language));
                    return new LettersView.Text(
                            languageName(office.page(), language),
                            language.toLanguageTag(),
                            text.draft().title(),
                            office.to(path(letter, language)),
                            text.own());
                })
                .toList();
    }

    private List<LetterView.Version> versions(Office office, Letter letter, Locale language) {
        var versions = templates.versions(office.region().id(), letter, language, VERSIONS_SHOWN);
        var authors = people.get(versions.stream()
                .map(Templates.Version::by)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList());
        return versions.stream()
                .map(version -> {
                    var author = version.by() == null ? null : authors.get(version.by());
                    return new LetterView.Version(
                            version.number(),
                            author == null ? "" : author.name(),
                            office.times().moment(version.at()),
                            version.draft() != null);
                })
                .toList();
    }

    private static String name(Page page, Letter letter) {
        return page.text("office.letter." + letter.code());
    }

    private static String channel(Page page, Channel channel) {
        return page.text("office.channel." + channel.name().toLowerCase(Locale.ROOT));
    }

    private static String languageName(Page page, Locale language) {
        return page.text("office.language." + language.getLanguage());
    }
}
