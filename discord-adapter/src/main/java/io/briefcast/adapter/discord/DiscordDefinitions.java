package io.briefcast.adapter.discord;

import io.briefcast.command.CommandCatalogue;
import io.briefcast.command.CommandSpec;
import io.briefcast.command.CommandSpec.Kind;
import io.briefcast.command.CommandSpec.Option;
import io.briefcast.message.Phrase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.IntegrationType;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandGroupData;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.jspecify.annotations.Nullable;

/** The catalogue as Discord's commands: the first word is the command, the others are its groups and subcommands. */
final class DiscordDefinitions {
    /** Name of the command on a message. */
    static final String RELATED = "Related insights";

    private static final int MAX_CHOICES = 25;
    private static final int MAX_SUMMARY = 100;
    /** A brief has no more insights. */
    private static final int MAX_COUNT = 10;

    private DiscordDefinitions() {}

    /** Everything that Discord has to know, for servers and for people, everywhere. */
    static List<CommandData> of(CommandCatalogue catalogue) {
        Map<String, List<CommandSpec>> roots = catalogue.specs().stream()
                .collect(
                        Collectors.groupingBy(spec -> words(spec).getFirst(), LinkedHashMap::new, Collectors.toList()));
        List<CommandData> commands = new ArrayList<>();
        roots.forEach((root, specs) -> commands.add(root(root, specs)));
        commands.add(
                everywhere(Commands.message(RELATED).setNameLocalizations(DiscordWords.translations("name.related"))));
        return commands;
    }

    /** The same for definitions that say the same, in whatever order and form Discord gives them back. */
    static String fingerprint(Collection<CommandData> commands) {
        return commands.stream()
                .map(command -> canonical(command.toData().toMap()))
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    /**
     * One command. Discord hides whole commands alone, and each has parts for everybody: rights are checked when a part is
     * used, so that there are no default permissions.
     */
    private static CommandData root(String root, List<CommandSpec> specs) {
        CommandSpec first = specs.getFirst();
        boolean plain = specs.size() == 1 && words(first).size() == 1;
        String summary = plain ? first.summary() : DiscordWords.text("root", Locale.ENGLISH);
        SlashCommandData command = Commands.slash(root, DiscordText.plain(summary, MAX_SUMMARY))
                .setNameLocalizations(DiscordWords.translations(DiscordWords.nameKey(List.of(root))));
        if (plain) {
            command.setDescriptionLocalizations(translations(first.summary())).addOptions(options(first));
        } else {
            command.setDescriptionLocalizations(DiscordWords.translations("root"));
            command.addSubcommands(specs.stream()
                    .filter(spec -> words(spec).size() == 2)
                    .map(DiscordDefinitions::subcommand)
                    .toList());
            command.addSubcommandGroups(groups(specs));
        }
        return everywhere(command);
    }

    private static CommandData everywhere(CommandData command) {
        return command.setContexts(
                        InteractionContextType.GUILD,
                        InteractionContextType.BOT_DM,
                        InteractionContextType.PRIVATE_CHANNEL)
                .setIntegrationTypes(IntegrationType.GUILD_INSTALL, IntegrationType.USER_INSTALL);
    }

    private static List<SubcommandGroupData> groups(List<CommandSpec> specs) {
        Map<String, List<CommandSpec>> groups = specs.stream()
                .filter(spec -> words(spec).size() == 3)
                .collect(Collectors.groupingBy(spec -> words(spec).get(1), LinkedHashMap::new, Collectors.toList()));
        return groups.entrySet().stream()
                .map(group -> group(group.getKey(), group.getValue()))
                .toList();
    }

    /** Of a group that has no words of its own, its name says what it is about. */
    private static SubcommandGroupData group(String name, List<CommandSpec> specs) {
        String key = "group." + name;
        return new SubcommandGroupData(
                        name, DiscordWords.find(key, Locale.ENGLISH).orElse(name))
                .setNameLocalizations(DiscordWords.translations("name.group." + name))
                .setDescriptionLocalizations(DiscordWords.translations(key))
                .addSubcommands(
                        specs.stream().map(DiscordDefinitions::subcommand).toList());
    }

    private static SubcommandData subcommand(CommandSpec spec) {
        List<String> path = words(spec);
        return new SubcommandData(path.getLast(), summary(spec))
                .setNameLocalizations(DiscordWords.translations(DiscordWords.nameKey(path)))
                .setDescriptionLocalizations(translations(spec.summary()))
                .addOptions(options(spec));
    }

    /** Discord wants what is required first. */
    private static List<OptionData> options(CommandSpec spec) {
        return spec.options().stream()
                .sorted(Comparator.comparing((Option option) -> option.required())
                        .reversed())
                .map(DiscordDefinitions::option)
                .toList();
    }

    private static OptionData option(Option option) {
        boolean listed = !option.choices().isEmpty() && option.choices().size() <= MAX_CHOICES;
        boolean completed = !listed
                && option.kind() != Kind.COUNT
                && (option.kind() != Kind.TEXT || !option.choices().isEmpty());
        OptionType type = option.kind() == Kind.COUNT ? OptionType.INTEGER : OptionType.STRING;
        OptionData data = new OptionData(
                type, option.name(), DiscordText.plain(option.summary(), MAX_SUMMARY), option.required(), completed);
        data.setDescriptionLocalizations(translations(option.summary()));
        if (option.kind() == Kind.COUNT) {
            data.setRequiredRange(1, MAX_COUNT);
        }
        if (listed) {
            data.addChoices(
                    option.choices().stream().map(DiscordDefinitions::choice).toList());
        }
        return data;
    }

    /** Its value is what one types on other platforms. */
    private static Command.Choice choice(String value) {
        return new Command.Choice(value, value)
                .setNameLocalizations(DiscordWords.translations(Phrase.of(value), MAX_SUMMARY));
    }

    private static Map<DiscordLocale, String> translations(String summary) {
        return DiscordWords.translations(Phrase.of(summary), MAX_SUMMARY);
    }

    private static String summary(CommandSpec spec) {
        return DiscordText.plain(spec.summary(), MAX_SUMMARY);
    }

    private static List<String> words(CommandSpec spec) {
        return List.of(spec.path().split(" ", -1));
    }

    /** Without what Discord leaves out or fills in: nothing, empty lists, and false. */
    private static String canonical(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case DataObject object -> canonical(object.toMap());
            case DataArray array -> canonical(array.toList());
            case Map<?, ?> map -> {
                Map<String, String> sorted = new TreeMap<>();
                map.forEach((key, inner) -> sorted.put(String.valueOf(key), canonical(inner)));
                sorted.values().removeIf(inner -> inner.isEmpty() || inner.equals("false") || inner.equals("{}"));
                yield sorted.toString();
            }
            case List<?> list ->
                list.stream().map(DiscordDefinitions::canonical).collect(Collectors.joining(","));
            default -> value.toString();
        };
    }
}
