package program

// A Code is a compiled program. It is never changed once it runs.
type Code struct {
	Instrs    []Instr    // of all functions, one after the other
	Lines     []int32    // the line of each instruction, from 1
	Consts    []int64    // what negative operands stand for
	Functions []Function // in the order in which they are defined
	Objects   []Object   // static variables and string literals; 0 is errno
	Externs   []string   // the names of the functions that the machine or its user provides
	Reasons   []string   // of OpStop
	Types     []Type
	Globals   []Variable // static variables, those inside functions included
	Entry     int32      // the function that is called with the SSL object
}

// A Function is a function that the program defines.
type Function struct {
	Name    string
	Line    int32
	Start   int32 // its first instruction
	End     int32 // the instruction after its last
	Params  int32 // how many registers, from 0 on, its arguments go to
	Regs    int32 // how many registers it has
	Objects []FrameObject
	Locals  []Variable
}

// A FrameObject is an object in memory that lives as long as a frame.
type FrameObject struct {
	Size int32 // in bytes
}

// An Object is a static object.
type Object struct {
	Size     int32
	Init     []byte // its first bytes; the others are 0
	ReadOnly bool
	Pointers []StaticPointer
}

// A StaticPointer is a pointer in the initial value of an object.
type StaticPointer struct {
	Offset int32 // where it stands
	Value  int64
}

// A Variable says where a variable lives, for people to look at it.
type Variable struct {
	Name     string
	Type     int32 // index of Code.Types
	Reg      int32 // its register, or -1
	Flag     int32 // the register that is 0 while the variable has no value, or -1
	Object   int32 // its object: of the frame for a local, of the Code for a static one; or -1
	From, To int32 // the instructions in whose range it is in scope
}

// A TypeKind is what a Type is at its top.
type TypeKind uint8

// The kinds of types.
const (
	KindVoid TypeKind = iota
	KindSigned
	KindUnsigned
	KindBool
	KindPointer
	KindArray
	KindStruct
	KindUnion
)

// A Type is a C type as far as showing a value needs it.
type Type struct {
	Kind   TypeKind
	Name   string // as C writes it
	Size   int32  // in bytes
	Elem   int32  // index of what an array consists of; else -1
	Fields []Field
}

// A Field is a member of a structure or union.
type Field struct {
	Name   string
	Type   int32
	Offset int32
}

// An Instr is one instruction. What its operands mean depends on Op: see the table ops.
type Instr struct {
	Op         Op
	N          uint16 // the number of arguments
	A, B, C, D int32
}

// Pointer returns the value of a pointer to a static object.
func Pointer(object int) int64 { return int64(object+1) << 32 }
