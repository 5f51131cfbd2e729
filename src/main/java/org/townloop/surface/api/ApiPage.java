package org.townloop.surface.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.townloop.surface.page.Page;
import tools.jackson.databind.JsonNode;

/** The calls of the API, as the OpenAPI document lists them. */
record ApiPage(Page page, List<Call> calls) {

    record Call(String method, String path, String summary, String description) {}

    static ApiPage of(Page page, JsonNode openApi) {
        var calls = new ArrayList<Call>();
        for (var path : openApi.path("paths").properties()) {
            for (var method : path.getValue().properties()) {
                calls.add(new Call(
                        method.getKey().toUpperCase(Locale.ROOT),
                        path.getKey(),
                        method.getValue().path("summary").asString(""),
                        method.getValue().path("description").asString("")));
            }
        }
        return new ApiPage(page, calls);
    }
}
