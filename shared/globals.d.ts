// The platform types that library declarations mention. They stay empty so that nothing here can use them.
interface AbortSignal {}
interface Blob {}
interface File {}
interface URL {}
