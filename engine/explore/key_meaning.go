package explore

// meaning says how a field of the World goes into its key.
type meaning uint8

const (
	asIs     meaning = iota
	ignored          // not at all: it belongs to the past and decides nothing
	identity         // by the order in which records are met
	sequence         // as the difference from the number that the receiver expects, if it has the same keys
	epoch            // the same, and whether it is 0, which means plain text
	keyStage         // how many times a handshake has changed keys, at most 2
	distance         // as the distance from the reader's place in the stream
	ending           // the same if it is set; 0 once the reader has passed it
	kept             // only while a peer keeps errors; otherwise the next call empties the queue
	noted            // only if the release has resultIgnoresQueue
	asked            // only while a peer runs a program: nothing else asks for it
)

// resultIgnoresQueue is the difference without which nothing reads what calls have recorded.
const resultIgnoresQueue = "result-ignores-queue"

// meanings lists the fields that do not go into a key as they are. A new field of the
// engine that is missing here can only make Worlds differ that could be one state.
var meanings = map[string]meaning{
	"World.config": ignored, "World.profile": ignored, "Wire.version": ignored, // the same in all Worlds of a walk
	"snapshot.code": ignored, // the same
	"World.records": ignored, "World.steps": ignored, "Endpoint.sentBy": ignored, "Endpoint.receivedBy": ignored,
	"snapshot.output": ignored, "snapshot.ran": ignored, "process.step": ignored,
	"Endpoint.sessionReused": asked, "Endpoint.refusedVersion": asked,
	"reader.seq": ignored, "reader.epoch": keyStage, // the others are relative to them
	"Record.ID": identity, "Record.Seq": sequence, "Record.Epoch": epoch,
	"writer.seq": sequence, "writer.epoch": epoch,
	"Wire.start": distance, "Wire.ready": distance, "Wire.end": distance, "Wire.flipped": distance, "segment.at": distance,
	"World.errors": kept, "Endpoint.errorState": noted,
	"Wire.fin": ending, "Wire.rst": ending, "Wire.bioBuffered": ending,
}

// stale lists fields that are not used again before they are set, as long as all the
// fields named beside them are zero.
var stale = map[string][]string{
	"writer.record":     {"wpendTot", "bbio"},
	"writer.sent":       {"wpendTot", "bbio"},
	"writer.wpendType":  {"wpendTot", "bbio", "wnum"},
	"writer.sendAlert":  {"alertDispatch"},
	"reader.record":     {"hasRecord", "notReleased"},
	"reader.unread":     {"hasRecord", "notReleased"},
	"reader.body":       {"got"},
	"reader.unreadable": {"hasRecord"},
}

// lookedUpByName are the other fields that key.go and key_queue.go look up by name.
var lookedUpByName = []string{
	"World.endpoints", "World.wires", "Endpoint.role", "Endpoint.keepErrors", "Endpoint.in", "reader.seq", "reader.epoch", "Wire.start",
	"Record.Sender", "segment.record", "segment.from", "segment.to", "segment.at",
	"queue.front", "queue.back", "queueNode.segment", "queueNode.older",
}
