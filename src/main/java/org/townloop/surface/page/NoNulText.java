package org.townloop.surface.page;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reads a text of a JSON body, which has no U+0000, as {@link ReadableParameters} of parameters: the problem names its field. */
final class NoNulText extends StdDeserializer<String> {

    NoNulText() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser json, DeserializationContext context) {
        var text = StringDeserializer.instance.deserialize(json, context);
        return text != null && ReadableParameters.hasNul(text)
                ? (String) context.handleWeirdStringValue(String.class, text, "no text has the character U+0000")
                : text;
    }
}
