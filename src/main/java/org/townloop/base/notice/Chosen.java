package org.townloop.base.notice;

import java.util.Map;

/**
 * What somebody wants to be sent.
 *
 * @param said what they decided; what is not in it is as usual
 * @param reachableByMail who has no address gets by text message what usually comes by mail
 */
public record Chosen(Map<Choice, Boolean> said, QuietHours quiet, boolean reachableByMail) {

    /** A thing to decide. */
    public record Choice(Topic topic, Channel channel) {}

    public boolean wants(Topic topic, Channel channel) {
        var decided = said.get(new Choice(topic, channel));
        return decided != null ? decided : usually(topic, channel);
    }

    private boolean usually(Topic topic, Channel channel) {
        return topic.usuallyBy(channel) || channel == Channel.SMS && !reachableByMail && topic.usuallyBy(Channel.MAIL);
    }
}
