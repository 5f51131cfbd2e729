package org.townloop.surface.portal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Contact;
import org.townloop.base.identity.Contacts;
import org.townloop.base.identity.Role;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.notice.Channel;
import org.townloop.base.notice.Chosen;
import org.townloop.base.notice.Gateways;
import org.townloop.base.notice.Preferences;
import org.townloop.base.notice.Topic;
import org.townloop.base.notice.push.InstanceKey;
import org.townloop.base.notice.push.Subscriptions;
import org.townloop.surface.page.Page;

/** Makes the page on which somebody says how they want to be told. */
@Component
class MessagesViews {

    private final Preferences preferences;
    private final Contacts contacts;
    private final Gateways gateways;
    private final Subscriptions subscriptions;
    private final InstanceKey key;

    MessagesViews(
            Preferences preferences,
            Contacts contacts,
            Gateways gateways,
            Subscriptions subscriptions,
            InstanceKey key) {
        this.preferences = preferences;
        this.contacts = contacts;
        this.gateways = gateways;
        this.subscriptions = subscriptions;
        this.key = key;
    }

    MessagesView of(Page page, Actor actor, boolean saved, @Nullable Refusal refusal) {
        var chosen = preferences.of(actor.person());
        var channels = Arrays.stream(Channel.values()).filter(gateways::has).toList();
        return new MessagesView(
                page,
                channels,
                topics(actor).map(topic -> row(page, topic, channels, chosen)).toList(),
                chosen.quiet().from().getHour(),
                chosen.quiet().until().getHour(),
                contact(actor, Contact.Kind.PHONE),
                contact(actor, Contact.Kind.MAIL),
                key.publicKey(),
                subscriptions.of(actor.person()).stream()
                        .map(browser -> new MessagesView.Browser(
                                browser.id().toString(),
                                browser.service(),
                                page.times().ago(browser.since())))
                        .toList(),
                saved,
                refusal == null ? null : page.refusal(refusal));
    }

    /** What was ticked and what was not, among all that the page offered. */
    Map<Chosen.Choice, Boolean> choices(Actor actor, Set<String> ticked) {
        var choices = new HashMap<Chosen.Choice, Boolean>();
        topics(actor)
                .forEach(topic -> Arrays.stream(Channel.values())
                        .filter(gateways::has)
                        .forEach(channel -> choices.put(
                                new Chosen.Choice(topic, channel), ticked.contains(value(topic, channel)))));
        return choices;
    }

    private static Stream<Topic> topics(Actor actor) {
        return Topic.choices().stream().filter(topic -> topic != Topic.DESK || actor.is(Role.MERCHANT));
    }

    private static MessagesView.Row row(Page page, Topic topic, List<Channel> channels, Chosen chosen) {
        var name = topic.name().toLowerCase(Locale.ROOT);
        var about = page.text("portal.messages.topic." + name);
        return new MessagesView.Row(
                about,
                page.text("portal.messages.topic." + name + ".hint"),
                channels.stream()
                        .map(channel -> new MessagesView.Cell(
                                page.text("portal.messages.cell", "about", about, "channel", channel(page, channel)),
                                value(topic, channel),
                                chosen.wants(topic, channel)))
                        .toList());
    }

    static String channel(Page page, Channel channel) {
        return page.text("portal.messages.channel." + channel.name().toLowerCase(Locale.ROOT));
    }

    private static String value(Topic topic, Channel channel) {
        return topic + "." + channel;
    }

    private @Nullable String contact(Actor actor, Contact.Kind kind) {
        return contacts.of(actor.person()).stream()
                .filter(contact -> contact.kind() == kind)
                .map(Contact::masked)
                .findFirst()
                .orElse(null);
    }
}
