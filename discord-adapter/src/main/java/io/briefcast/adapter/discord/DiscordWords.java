package io.briefcast.adapter.discord;

import io.briefcast.message.Phrase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import net.dv8tion.jda.api.interactions.DiscordLocale;

/** Our own fixed texts, and names of commands, in the languages in which we have them. */
final class DiscordWords {
    private static final String BUNDLE = "io.briefcast.adapter.discord.words";
    private static final Map<DiscordLocale, Locale> LANGUAGES = Map.of(
            DiscordLocale.GERMAN,
            Locale.GERMAN,
            DiscordLocale.FRENCH,
            Locale.FRENCH,
            DiscordLocale.SPANISH,
            Locale.of("es"),
            DiscordLocale.SPANISH_LATAM,
            Locale.of("es"));

    private DiscordWords() {}

    /** A fixed text in a person's language, in English where we have no other. */
    static String text(String key, Locale locale) {
        return bundle(locale).getString(key);
    }

    /** The translations of a key; languages that have none are left out. */
    static Map<DiscordLocale, String> translations(String key) {
        Map<DiscordLocale, String> translations = new LinkedHashMap<>();
        LANGUAGES.forEach((discord, locale) -> find(key, locale).ifPresent(words -> translations.put(discord, words)));
        return translations;
    }

    /** Key of a command's name: the last word of its path has a translation of its own. */
    static String nameKey(List<String> path) {
        return "name." + String.join(".", path);
    }

    /** Key of what a field of a form is called. */
    static String fieldKey(String option) {
        return "field." + option;
    }

    /** One of the core's fixed texts, such as what an option is for, in every language, cut at so many characters. */
    static Map<DiscordLocale, String> translations(Phrase text, int most) {
        Map<DiscordLocale, String> translations = new LinkedHashMap<>();
        LANGUAGES.forEach((discord, locale) -> translations.put(discord, DiscordText.plain(text.in(locale), most)));
        return translations;
    }

    /** The language in which a person is answered, for what is said by the platform's own means. */
    static Locale language(Locale locale) {
        Locale language = Locale.of(locale.getLanguage());
        return LANGUAGES.containsValue(language) ? language : Locale.ENGLISH;
    }

    /** The words of a key in a person's language; empty where we have none. */
    static Optional<String> find(String key, Locale locale) {
        try {
            return Optional.of(bundle(locale).getString(key));
        } catch (MissingResourceException e) {
            return Optional.empty();
        }
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
